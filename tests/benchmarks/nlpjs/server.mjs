// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// What the service is compared with: nlp.js behind node's own http server. Taught with a file of
// [{"answer", "questions": […]}], it answers POST /api/chat {"message"} and prints its address when it is ready.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { NlpManager } = createRequire(join(process.env.RELAYDESK_NODE_MODULES, 'here.js'))('node-nlp');
const manager = new NlpManager({ languages: ['en'], autoSave: false, forceNER: false, nlu: { log: false } });
for (const [number, { answer, questions }] of JSON.parse(readFileSync(process.argv[2], 'utf8')).entries()) {
  const intent = 'article.' + number;
  questions.forEach(question => manager.addDocument('en', question, intent));
  manager.addAnswer('en', intent, answer);
}
await manager.train();

const server = createServer((request, response) => {
  const reply = (status, body) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
    response.end(text);
  };
  let body = '';
  request.on('data', piece => { body += piece; });
  request.on('end', async () => {
    const found = await manager.process('en', JSON.parse(body || '{}').message ?? '');
    reply(200, { response: found.answer ?? '', confidence: found.score, needsHuman: found.answer === undefined });
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
