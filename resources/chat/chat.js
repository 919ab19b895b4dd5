// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// The customer's side of a conversation. What was written waits in the browser until the desk has it, under a key that
// makes a second sending harmless; what the desk says comes as events, each known by its number.

import { showMarkdown } from './markdown.js';
import { followEvents } from './eventstream.js';

const byId = id => document.getElementById(id);
// Where the browser lets an embedded page keep nothing, the conversation lasts as long as the page.
const kept = (() => {
  try { return window.localStorage; } catch {
    const values = new Map();
    return { getItem: key => values.get(key) ?? null, setItem: (key, value) => values.set(key, value), removeItem: key => values.delete(key) };
  }
})();
const log = byId('log');
const shown = new Set();
let session = kept.getItem('relaydesk.session');
let last = 0;
let following = null;
let flushing = false;
let rated = false;

if (/^(ar|fa|he|ur)\b/.test(new URLSearchParams(location.search).get('lang') || navigator.language))
  document.documentElement.dir = 'rtl';

const outbox = () => JSON.parse(kept.getItem('relaydesk.outbox') || '[]');
const keepOutbox = items => kept.setItem('relaydesk.outbox', JSON.stringify(items));
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
const patienceMs = 20000;
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const authorization = () => ({ Authorization: 'Bearer ' + session });
const own = path => '/api/v1/conversations/' + encodeURIComponent(session) + path;

function trouble(text) {
  byId('trouble').textContent = text || '';
  byId('trouble').hidden = !text;
}

function scrollDown() { log.scrollTop = log.scrollHeight; }

function bubble(role, name) {
  byId('empty')?.remove();
  const element = document.createElement('div');
  element.className = 'message ' + role;
  element.dir = 'auto';
  if (name) {
    const who = document.createElement('span');
    who.className = 'who';
    who.textContent = name;
    element.append(who);
  }
  return element;
}

function showPending(item) {
  const element = bubble('user pending');
  element.textContent = item.text;
  element.dataset.key = item.key;
  element.setAttribute('aria-label', 'Sending: ' + item.text);
  log.append(element);
  scrollDown();
}

const pendingOf = key => log.querySelector('.pending[data-key="' + key + '"]');

// One button for each of "Did you mean …?"; they are gone as soon as anything else is said.
function showChoices(element, choices) {
  const list = document.createElement('div');
  list.className = 'choices';
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', 'Did you mean one of these?');
  for (const { article, title } of [...choices, { article: null, title: 'None of these' }]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.addEventListener('click', async () => {
      const buttons = [...list.querySelectorAll('button')];
      buttons.forEach(one => { one.disabled = true; });
      if (!await act('/choice', { article })) buttons.forEach(one => { one.disabled = false; });
    });
    list.append(button);
  }
  element.append(list);
}

function showMessage(message) {
  if (shown.has(message.id)) return;
  shown.add(message.id);
  log.querySelectorAll('.choices').forEach(list => list.remove());
  last = Math.max(last, message.id);
  if (message.role === 'user') {
    const pending = [...log.querySelectorAll('.pending')];
    const same = pending.find(one => one.dataset.id === String(message.id)) ||
      pending.find(one => !one.dataset.id && one.textContent.trim() === message.content.trim());
    same?.remove();
  }
  const element = bubble(message.role, message.role === 'assistant' ? 'Assistant' : message.agent);
  element.dataset.message = message.id;
  if (message.role === 'user' || message.role === 'system') element.append(message.content);
  else showMarkdown(element, message.content);
  if (message.choices) showChoices(element, message.choices);
  log.insertBefore(element, log.querySelector('.pending'));
  scrollDown();
  if (message.role === 'system') lookForPictures();
}

// Each under the message that says it was received; also those of another tab, and of before.
let lookup = null;
function lookForPictures() {
  lookup ??= setTimeout(async () => {
    lookup = null;
    const response = await fetch(own('/uploads'), { headers: authorization() }).catch(() => null);
    if (!response?.ok) return;
    for (const sent of (await response.json()).uploads) {
      const element = log.querySelector('[data-message="' + sent.message + '"]');
      if (element && !element.querySelector('img') && sent.type.startsWith('image/')) await showPicture(element, sent);
    }
  });
}

async function showPicture(element, sent) {
  const picture = document.createElement('img');
  picture.alt = sent.name;
  element.append(picture);
  const response = await fetch(sent.url + '?view=1', { headers: authorization() }).catch(() => null);
  if (!response?.ok) { picture.remove(); return; }
  picture.onload = scrollDown;
  picture.src = URL.createObjectURL(await response.blob());
}

function showState(state) {
  const status = {
    assistant: 'You are talking to the assistant',
    queue: 'A person is coming',
    agent: 'You are talking to ' + (state.agent || 'a person'),
    nobody: 'Write again at any time',
  };
  byId('status').textContent = status[state.owner] || '';
  byId('solved').hidden = !(state.asked && state.owner === 'assistant');
  byId('person').disabled = state.owner === 'queue' || state.owner === 'agent';
  if (state.owner === 'nobody' && !rated) byId('rating').hidden = false;
  if (state.owner !== 'nobody') { byId('rating').hidden = true; rated = false; }
}

function heard(event, data) {
  if (event === 'open') trouble('');
  if (event === 'message') showMessage(data);
  if (event === 'typing') byId('typing').hidden = !data.typing;
  if (event === 'owner') showState(data);
  if (event === 'closed' && !rated) byId('rating').hidden = false;
}

function forget() {
  kept.removeItem('relaydesk.session');
  session = null;
  last = 0;
}

async function follow() {
  if (following || !session) return;
  following = new AbortController();
  for (let pause = 500; session; pause = Math.min(pause * 2, 15000)) {
    try {
      await followEvents(own('/events?after=' + last), authorization(), following.signal, (event, data) => {
        pause = 500;
        heard(event, data);
      });
    } catch (error) {
      if (error.status === 401 || error.status === 404) { forget(); break; }
      if (!navigator.onLine || error.name !== 'AbortError') trouble('The connection is lost. What you write is kept and sent as soon as it is back.');
    }
    byId('typing').hidden = true;
    await sleep(pause);
    if (following.signal.aborted) following = new AbortController();
  }
  following = null;
}

async function openSession() {
  if (session) return;
  if (!kept.getItem('relaydesk.session')) {
    const response = await fetch('/api/session', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw new Error('no session');
    const { sessionId } = await response.json();
    if (!kept.getItem('relaydesk.session')) kept.setItem('relaydesk.session', sessionId); // another tab may have been first
  }
  session = kept.getItem('relaydesk.session');
  follow();
}

// Answers whether the desk has it now; a refusal that will not change counts as had.
async function post(path, body, key) {
  const response = await fetch(own(path), {
    method: 'POST',
    headers: { ...authorization(), 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 429) await sleep(1000 * Number(response.headers.get('Retry-After') || 1));
  if (response.status === 429 || response.status >= 500) throw new Error('later');
  return { ok: response.ok, status: response.status, answer: await response.json().catch(() => ({})) };
}

async function send(item) {
  await openSession();
  const result = await post('/messages', { message: item.text }, item.key);
  if (result.status === 401 || result.status === 404) { forget(); throw new Error('again'); }
  const element = pendingOf(item.key);
  if (element && !result.ok) {
    element.classList.replace('pending', 'failed');
    element.title = result.answer.detail || '';
    trouble(result.answer.detail);
  } else if (element && shown.has(result.answer.id)) {
    element.remove();
  } else if (element) {
    element.dataset.id = result.answer.id;
  }
}

async function flush() {
  if (flushing) return;
  flushing = true;
  for (let pause = 500; outbox().length; ) {
    const item = outbox()[0];
    if (!pendingOf(item.key)) showPending(item);
    try {
      await send(item);
      keepOutbox(outbox().filter(other => other.key !== item.key));
      pause = 500;
    } catch {
      trouble('Not sent yet. It is kept and sent as soon as the desk can be reached.');
      await sleep(pause);
      pause = Math.min(pause * 2, 15000);
    }
  }
  flushing = false;
}

async function act(path, body) {
  trouble('');
  try {
    await openSession();
    const result = await post(path, body, newKey());
    if (!result.ok) trouble(result.answer.detail || 'That did not work.');
    return result.ok;
  } catch {
    trouble('The desk cannot be reached. Try again in a moment.');
    return false;
  }
}

// Tried again under the same key, so that a file whose answer got lost is not there twice.
async function upload(file) {
  if (file.size > 10 * 1024 * 1024) { trouble('A file can have at most 10 MB.'); return; }
  trouble('');
  const key = newKey();
  for (let pause = 500; ; pause = Math.min(pause * 2, 15000)) {
    try {
      await openSession();
      const response = await fetch(own('/uploads'), {
        method: 'POST',
        headers: { ...authorization(), 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name), 'Idempotency-Key': key },
        body: file,
      });
      if (response.status < 500 && response.status !== 429) {
        trouble(response.ok ? '' : (await response.json()).detail);
        return;
      }
    } catch (error) {
      if (error.name === 'NotReadableError' || error.name === 'NotFoundError') { trouble('The file cannot be read any more.'); return; }
    }
    trouble('The file is not sent yet. It is sent as soon as the desk can be reached, while this page is open.');
    await sleep(pause);
  }
}

const text = byId('text');
function fit() { text.style.height = 'auto'; text.style.height = text.scrollHeight + 2 + 'px'; }
text.addEventListener('input', fit);
text.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); byId('composer').requestSubmit(); }
});
byId('composer').addEventListener('submit', event => {
  event.preventDefault();
  if (!text.value.trim()) return;
  const item = { key: newKey(), text: text.value };
  keepOutbox([...outbox(), item]);
  showPending(item);
  text.value = '';
  fit();
  flush();
});
byId('person').addEventListener('click', () => act('/person', {}));
byId('solved-yes').addEventListener('click', () => { byId('solved').hidden = true; act('/solved', { solved: true }); });
byId('solved-no').addEventListener('click', () => { byId('solved').hidden = true; act('/solved', { solved: false }); });
byId('rating').addEventListener('click', async event => {
  const stars = Number(event.target.dataset.stars);
  if (!stars || !await act('/rating', { stars })) return;
  rated = true;
  byId('rating').hidden = true;
  byId('status').textContent = 'Thank you';
});
byId('attach').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', () => {
  if (byId('file').files.length) upload(byId('file').files[0]);
  byId('file').value = '';
});
addEventListener('offline', () => following?.abort());
addEventListener('online', () => { following?.abort(); flush(); });
addEventListener('storage', event => {
  if (event.key === 'relaydesk.session' && event.newValue && !session) { session = event.newValue; follow(); }
});

follow();
flush();
