// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// Server-sent events over fetch, which unlike EventSource can say who asks. The desk gives a sign of life every 15 s: where
// nothing comes for longer, the connection is dead, whatever the browser believes.

const longestSilenceMs = 40000;

export async function followEvents(url, headers, signal, heard) {
  const connection = new AbortController();
  const end = () => connection.abort();
  let silence;
  const alive = () => { clearTimeout(silence); silence = setTimeout(end, longestSilenceMs); };
  signal.addEventListener('abort', end);
  alive();
  try {
    const response = await fetch(url, { headers: { ...headers, Accept: 'text/event-stream' }, cache: 'no-store', signal: connection.signal });
    if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status });
    heard('open', null);
    await readEvents(response.body.pipeThrough(new TextDecoderStream()).getReader(), alive, heard);
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', end);
  }
}

async function readEvents(reader, alive, heard) {
  let buffer = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    alive();
    buffer += value;
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const fields = {};
      for (const line of buffer.slice(0, end).split('\n')) {
        const colon = line.indexOf(': ');
        if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 2);
      }
      buffer = buffer.slice(end + 2);
      heard(fields.event || 'beat', fields.data ? JSON.parse(fields.data) : null);
    }
  }
}
