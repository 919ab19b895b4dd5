// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// One line in any page, <script src="…/widget.js"></script>, and the chat stands in its corner. The desk must name the
// page's origin: relaydesk serve --allow-origin ORIGIN.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const place = (element, styles) => Object.assign(element.style, { position: 'fixed', insetInlineEnd: '20px', zIndex: '2147483000', ...styles });
  const frame = document.createElement('iframe');
  frame.title = 'Support';
  frame.hidden = true;
  place(frame, { bottom: '84px', width: 'min(400px, calc(100vw - 40px))', height: 'min(620px, calc(100vh - 110px))', border: '0', borderRadius: '12px', boxShadow: '0 8px 32px #0004' });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Support';
  button.setAttribute('aria-expanded', 'false');
  place(button, { bottom: '20px', padding: '14px 20px', border: '0', borderRadius: '24px', background: '#4653d8', color: '#fff', font: '600 16px system-ui, sans-serif', cursor: 'pointer' });
  button.addEventListener('click', () => {
    if (!frame.src) frame.src = origin + '/';
    frame.hidden = !frame.hidden;
    button.setAttribute('aria-expanded', String(!frame.hidden));
  });
  document.body.append(frame, button);
})();
