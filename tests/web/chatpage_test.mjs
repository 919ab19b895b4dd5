// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// The chat page in a real browser, before the real program. Ends with 77 where there is no browser or no playwright-core.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer as createPageServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const require = createRequire(join(process.env.RELAYDESK_NODE_MODULES, 'here.js'));
const playwright = (() => { try { return require('playwright-core'); } catch { return null; } })();
if (!browserPath || !playwright) {
  console.log('SKIP: chromium or playwright-core is not here; script/test installs them where it can.');
  process.exit(77);
}

const program = process.env.RELAYDESK_BINARY;
const folder = mkdtempSync(join(tmpdir(), 'relaydesk-web-'));
const database = join(folder, 'desk.db');
const run = (...words) => execFileSync(program, [...words, '--database', database], { encoding: 'utf8' });
run('import', '--sample');
const key = run('key', 'create', '--name', 'Dana Ortiz', '--role', 'agent').trim();
const listening = one => new Promise(resolve => one.listen(0, '127.0.0.1', () => resolve('http://127.0.0.1:' + one.address().port)));
// A shop whose pages may hold the chat, and a stranger's; both have the one line.
const shops = [0, 1].map(() => createPageServer((request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>Shop</title><link rel="icon" href="data:,"><h1>Shop</h1><script src="' + origin + '/widget.js"></script>');
}));
const [shop, stranger] = await Promise.all(shops.map(listening));
const server = spawn(program, ['serve', '--offline', '--listen', '127.0.0.1:0', '--database', database, '--allow-origin', shop], { stdio: ['ignore', 'pipe', 'ignore'] });
const origin = await new Promise(resolve => server.stdout.once('data', text => resolve(String(text).trim().split(' ').pop())));
// A way to the desk whose connections can fall silent without being closed.
const carried = new Set();
const way = createServer(near => {
  const far = connect(Number(new URL(origin).port), '127.0.0.1');
  for (const one of [near, far]) { one.on('error', () => {}); carried.add(one); }
  near.pipe(far).pipe(near);
});
const detour = await listening(way);
const browser = await playwright.chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
const wrong = [];

async function customer(options = {}, at = origin) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15000);
  return { context, page: await tab(context, at) };
}
async function tab(context, at = origin) {
  const page = await context.newPage();
  if (at !== origin) await page.clock.install();
  page.on('console', message => message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/.test(message.text()) && wrong.push(message.text()));
  page.on('pageerror', error => wrong.push(String(error)));
  page.on('request', request => !request.url().startsWith(at) && !request.url().startsWith('blob:') && wrong.push('asked ' + request.url()));
  await page.goto(at + '/');
  return page;
}
async function say(page, text) {
  await page.getByLabel('Message').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}
async function agent(path, body) {
  const response = await fetch(origin + path, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: 'Bearer ' + key, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, path + ' ' + response.status);
  return response.json();
}
const matchesByMeaning = async () => (await (await fetch(origin + '/metrics', { headers: { Authorization: 'Bearer ' + key } })).text()).includes('relaydesk_matching_semantic 1');
const bubbles = (page, role) => page.locator('.message.' + role);
const text = async locator => (await locator.allTextContents()).map(one => one.trim());
const until = async (what, condition) => {
  for (const end = Date.now() + 15000; Date.now() < end; await new Promise(done => setTimeout(done, 50)))
    if (await condition()) return;
  assert.fail('never: ' + what);
};
const picture = async (page, name) => process.env.RELAYDESK_PICTURES && page.screenshot({ path: join(process.env.RELAYDESK_PICTURES, name) });

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const question = 'I was charged twice for my subscription';
const tests = {
  async 'should play the three scenarios, and count them'() {
    const known = await customer();
    await say(known.page, 'How do I reset my password?');
    await bubbles(known.page, 'assistant').first().waitFor();
    assert.match((await text(bubbles(known.page, 'assistant')))[0], /Forgot password/);
    assert.equal(await bubbles(known.page, 'assistant').locator('strong').count() > 0, true);
    await picture(known.page, 'chat-answer.png');
    await known.page.getByRole('button', { name: 'Yes' }).click();
    await known.page.getByRole('button', { name: '5 of 5 stars' }).click();
    await known.page.getByText('Thank you', { exact: true }).waitFor();

    const unknown = await customer();
    await say(unknown.page, question);
    await unknown.page.getByText('A person is coming').waitFor();
    const { tickets } = await agent('/api/tickets');
    assert.deepEqual(tickets.map(ticket => ticket.question), [question]);
    await agent(`/api/v1/tickets/${tickets[0].id}/reply`, { text: 'Hello, I am looking at **both** charges.' });
    await unknown.page.getByText('You are talking to Dana Ortiz').waitFor();
    await agent('/api/human-response', { sessionId: tickets[0].sessionId, question, answer: 'The second charge is refunded to your card; it takes 3 to 5 working days.' });
    await unknown.page.getByText('3 to 5 working days').waitFor();
    await picture(unknown.page, 'chat-light.png');

    const learned = await customer();
    await say(learned.page, await matchesByMeaning() ? 'My account shows duplicate charges' : question);
    await learned.page.getByText('3 to 5 working days').waitFor();
    const { total_queries, ai_resolved, human_resolved, learning_events } = await agent('/api/analytics');
    assert.deepEqual({ total_queries, ai_resolved, human_resolved, learning_events }, { total_queries: 3, ai_resolved: 2, human_resolved: 1, learning_events: 1 });
    for (const one of [known, unknown, learned]) await one.context.close();
  },
  async 'should offer what could be meant, and take the pick'() {
    const { page, context } = await customer();
    await say(page, 'change my address');
    const choices = page.getByRole('group', { name: 'Did you mean one of these?' });
    const delivery = choices.getByRole('button', { name: 'How do I change my delivery address?' });
    await delivery.waitFor();
    await picture(page, 'chat-choices.png');
    await delivery.click();
    await page.getByText('Did that solve it?', { exact: true }).waitFor();
    assert.equal(await choices.count(), 0);
    assert.equal(await bubbles(page, 'assistant').count(), 2);
    await page.reload();
    await until('resumed', async () => (await bubbles(page, 'assistant').count()) === 2);
    assert.equal(await choices.count(), 0);
    const other = await customer();
    await say(other.page, 'I cannot log in');
    await other.page.getByRole('button', { name: 'None of these' }).click();
    await other.page.getByText('A person is coming').waitFor();
    await context.close();
    await other.context.close();
  },
  async 'should lose and double nothing when the network goes'() {
    const { page, context } = await customer();
    await say(page, 'hello');
    await bubbles(page, 'assistant').first().waitFor();
    await context.setOffline(true);
    await say(page, 'How do I cancel my subscription?');
    await page.locator('.pending').waitFor();
    await page.getByRole('alert').waitFor();
    await context.setOffline(false);
    await until('sent', async () => (await page.locator('.pending').count()) === 0 && (await bubbles(page, 'assistant').count()) === 2);
    assert.deepEqual(await text(bubbles(page, 'user')), ['hello', 'How do I cancel my subscription?']);
    await page.reload();
    await until('resumed', async () => (await bubbles(page, 'user').count()) === 2 && (await bubbles(page, 'assistant').count()) === 2);
    await context.close();
  },
  async 'should notice a connection that fell silent'() {
    const { page, context } = await customer({}, detour);
    await say(page, 'hello');
    await bubbles(page, 'assistant').first().waitFor();
    const session = await page.evaluate(() => localStorage.getItem('relaydesk.session'));
    for (const one of carried) { one.unpipe(); one.pause(); }
    const asked = await fetch(`${origin}/api/v1/conversations/${session}/person`, { method: 'POST', headers: { Authorization: 'Bearer ' + session } });
    assert.equal(asked.status, 200);
    const coming = page.getByText('A person is coming');
    for (let i = 0; i < 10 && !await coming.isVisible(); ++i) { // the browser tries its other silent connections first
      await page.clock.fastForward(60000);
      await coming.waitFor({ timeout: 1000 }).catch(() => {});
    }
    assert.equal(await coming.isVisible(), true);
    await context.close();
  },
  async 'should show one conversation in two tabs'() {
    const { page, context } = await customer();
    const second = await tab(context);
    await say(page, 'hello');
    await until('both', async () => (await bubbles(second, 'assistant').count()) === 1 && (await bubbles(page, 'assistant').count()) === 1);
    await say(second, 'thank you');
    await until('both again', async () => (await bubbles(page, 'user').count()) === 2 && (await bubbles(second, 'user').count()) === 2);
    await context.close();
  },
  async 'should fit a phone, in the dark'() {
    const { page, context } = await customer({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });
    await say(page, 'How do I cancel my subscription?');
    await page.getByRole('button', { name: 'Yes' }).waitFor();
    await picture(page, 'chat-phone-dark.png');
    await say(page, 'x'.repeat(400) + ' <img src=x onerror=alert(1)> **a**');
    await bubbles(page, 'user').nth(1).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.equal(await page.locator('.message img').count(), 0);
    await page.getByText('A person is coming').waitFor();
    for (const name of ['Talk to a person', 'Send', 'Send a file or picture'])
      assert.equal(await page.getByRole('button', { name, exact: true }).isVisible(), true, name);
    await context.close();
  },
  async 'should turn around for right-to-left'() {
    const { page, context } = await customer({ locale: 'ar' });
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    await context.close();
  },
  async 'should send files, and a person on request'() {
    const { page, context } = await customer();
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByText('A person is coming').waitFor();
    await page.locator('#file').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await page.getByText('File received: note.txt').waitFor();
    await page.locator('#file').setInputFiles({ name: 'run.txt', mimeType: 'text/plain', buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]) });
    await page.getByRole('alert').filter({ hasText: 'by its content' }).waitFor();
    await context.setOffline(true);
    await page.locator('#file').setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: dot });
    await page.getByRole('alert').filter({ hasText: 'not sent yet' }).waitFor();
    await context.setOffline(false);
    const shown = page.getByRole('img', { name: 'dot.png' });
    await shown.waitFor();
    await page.reload();
    await shown.waitFor();
    assert.equal(await page.getByText('File received: dot.png').count(), 1);
    await context.close();
  },
  async 'should stand in the pages of a named origin, and in no others'() {
    const { page, context } = await customer();
    await page.goto(shop);
    await page.getByRole('button', { name: 'Support' }).click();
    const chat = page.frameLocator('iframe[title=Support]');
    await chat.getByLabel('Message').fill('hello');
    await chat.getByRole('button', { name: 'Send', exact: true }).click();
    await chat.locator('.message.assistant').first().waitFor();
    await picture(page, 'chat-embedded.png');
    await page.goto(stranger);
    await page.getByRole('button', { name: 'Support' }).click();
    await until('refused', () => wrong.some(line => /frame-ancestors/.test(line)));
    assert.equal(await chat.getByLabel('Message').count(), 0);
    for (let i = wrong.length - 1; i >= 0; --i) // what this test asked for itself
      if (/frame-ancestors|ERR_BLOCKED_BY_RESPONSE/.test(wrong[i]) || wrong[i].startsWith('asked ' + shop) || wrong[i].startsWith('asked ' + stranger)) wrong.splice(i, 1);
    await context.close();
  },
  async 'should be installable, with a name for everything'() {
    const { page, context } = await customer();
    const { installabilityErrors } = await (await context.newCDPSession(page)).send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.map(one => one.errorId).filter(id => id !== 'in-incognito'), []);
    const unnamed = await page.evaluate(() => [...document.querySelectorAll('button, textarea, img')]
      .filter(one => !(one.getAttribute('aria-label') || one.textContent.trim() || one.alt)).map(one => one.outerHTML));
    assert.deepEqual(unnamed, []);
    await context.close();
  },
};

let failed = 0;
try {
  for (const [name, test] of Object.entries(tests).filter(([one]) => one.includes(process.argv[2] ?? ''))) {
    try {
      await test();
      console.log('PASS   : ' + name);
    } catch (error) {
      failed += 1;
      console.log('FAIL!  : ' + name + '\n' + error.stack);
    }
  }
  // A refused file is answered with 415, which the browser puts in its console.
  const unexpected = wrong.filter(line => !/status of 415/.test(line));
  if (unexpected.length) {
    failed += 1;
    console.log('FAIL!  : errors in the console, or requests to elsewhere\n' + unexpected.join('\n'));
  }
} finally {
  await browser.close();
  server.kill();
  for (const one of carried) one.destroy();
  for (const one of [...shops, way]) one.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
