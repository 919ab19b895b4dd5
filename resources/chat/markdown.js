// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// Shows the Markdown of assistant and agents as elements made one by one: no text ever becomes HTML.

const inline = /(\*\*|__)(.+?)\1|(\*|_)(?=\S)(.+?)\3|`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])/;

function addInline(parent, text) {
  let rest = text;
  for (let found = inline.exec(rest); found; found = inline.exec(rest)) {
    parent.append(rest.slice(0, found.index));
    const [all, , strong, , em, code, label, target, bare] = found;
    let element;
    if (strong) { element = document.createElement('strong'); addInline(element, strong); }
    else if (em) { element = document.createElement('em'); addInline(element, em); }
    else if (code) { element = document.createElement('code'); element.textContent = code; }
    else {
      element = document.createElement('a');
      element.href = target || bare;
      element.rel = 'noopener noreferrer nofollow';
      element.target = '_blank';
      element.textContent = label || bare;
    }
    parent.append(element);
    rest = rest.slice(found.index + all.length);
  }
  parent.append(rest);
}

const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d+[.)]\s+(.*)$/;

function addList(parent, lines, pattern, tag) {
  const list = document.createElement(tag);
  while (lines.length && pattern.test(lines[0])) {
    const item = document.createElement('li');
    addInline(item, lines.shift().match(pattern)[1]);
    list.append(item);
  }
  parent.append(list);
}

export function showMarkdown(parent, text) {
  const lines = text.split(/\r?\n/);
  while (lines.length) {
    if (!lines[0].trim()) { lines.shift(); continue; }
    if (bullet.test(lines[0])) { addList(parent, lines, bullet, 'ul'); continue; }
    if (numbered.test(lines[0])) { addList(parent, lines, numbered, 'ol'); continue; }
    const paragraph = document.createElement('p');
    for (let first = true; lines.length && lines[0].trim() && !bullet.test(lines[0]) && !numbered.test(lines[0]); first = false) {
      if (!first) paragraph.append(document.createElement('br'));
      addInline(paragraph, lines.shift().replace(/^#{1,6}\s+/, ''));
    }
    parent.append(paragraph);
  }
}
