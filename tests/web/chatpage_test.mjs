// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// The chat page in a real browser, before the real program. Ends with 77 where there is no browser or no playwright-core.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
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
const server = spawn(program, ['serve', '--offline', '--listen', '127.0.0.1:0', '--database', database], { stdio: ['ignore', 'pipe', 'ignore'] });
const origin = await new Promise(resolve => server.stdout.once('data', text => resolve(String(text).trim().split(' ').pop())));
const browser = await playwright.chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
const wrong = [];

async function customer(options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15000);
  return { context, page: await tab(context) };
}
async function tab(context) {
  const page = await context.newPage();
  page.on('console', message => message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/.test(message.text()) && wrong.push(message.text()));
  page.on('pageerror', error => wrong.push(String(error)));
  page.on('request', request => !request.url().startsWith(origin) && !request.url().startsWith('blob:') && wrong.push('asked ' + request.url()));
  await page.goto(origin + '/');
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
const bubbles = (page, role) => page.locator('.message.' + role);
const text = async locator => (await locator.allTextContents()).map(one => one.trim());
const until = async (what, condition) => {
  for (const end = Date.now() + 15000; Date.now() < end; await new Promise(done => setTimeout(done, 50)))
    if (await condition()) return;
  assert.fail('never: ' + what);
};
const picture = async (page, name) => process.env.RELAYDESK_PICTURES && page.screenshot({ path: join(process.env.RELAYDESK_PICTURES, name) });

const question = 'I was charged twice for my subscription';
const tests = {
  async 'should answer, ask whether it helped, and take a rating'() {
    const { page, context } = await customer();
    await say(page, 'How do I reset my password?');
    await bubbles(page, 'assistant').first().waitFor();
    assert.match((await text(bubbles(page, 'assistant')))[0], /Forgot password/);
    assert.equal(await bubbles(page, 'assistant').locator('strong').count() > 0, true);
    await picture(page, 'chat-answer.png');
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('button', { name: '5 of 5 stars' }).click();
    await page.getByText('Thank you', { exact: true }).waitFor();
    await context.close();
  },
  async 'should bring a person and learn from the answer'() {
    const { page, context } = await customer();
    await say(page, question);
    await page.getByText('A person is coming').waitFor();
    const { tickets } = await agent('/api/tickets');
    await agent(`/api/v1/tickets/${tickets[0].id}/reply`, { text: 'Hello, I am looking at **both** charges.' });
    await page.getByText('You are talking to Dana Ortiz').waitFor();
    await agent('/api/human-response', { sessionId: tickets[0].sessionId, question, answer: 'The second charge is refunded to your card; it takes 3 to 5 working days.' });
    await page.getByText('3 to 5 working days').waitFor();
    await picture(page, 'chat-person.png');
    const next = await customer();
    await say(next.page, question);
    await next.page.getByText('3 to 5 working days').waitFor();
    await context.close();
    await next.context.close();
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
    await say(page, 'x'.repeat(400) + ' <img src=x onerror=alert(1)> **a**');
    await bubbles(page, 'user').first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.equal(await page.locator('.message img').count(), 0);
    await page.getByText('A person is coming').waitFor();
    for (const name of ['Talk to a person', 'Send', 'Send a file or picture'])
      assert.equal(await page.getByRole('button', { name, exact: true }).isVisible(), true, name);
    await picture(page, 'chat-phone-dark.png');
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
    await context.close();
  },
};

let failed = 0;
try {
  for (const [name, test] of Object.entries(tests)) {
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
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
