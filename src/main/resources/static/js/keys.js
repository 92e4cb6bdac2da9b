/*
 * Keys of the review page: 1 通过, 2 退回, N 下一条, J K R + - for the scans (scans.js). Not while one types, not with other keys
 * held, and not where they were switched off in this browser.
 */
(() => {
  'use strict';

  const hints = document.querySelector('[data-keys]');
  if (!hints) return;

  const OFF = 'review-keys-off';
  const button = hints.querySelector('[data-keys-switch]');
  const list = hints.querySelector('[data-keys-list]');
  let on = true;

  /* A browser may forbid its store; then the choice lasts as long as the page. */
  const remembered = () => {
    try {
      return localStorage.getItem(OFF) === null;
    } catch (forbidden) {
      return true;
    }
  };

  const remember = () => {
    try {
      if (on) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
    } catch (forbidden) {
      // Nothing to do about it.
    }
  };

  const draw = () => {
    list.hidden = !on;
    button.textContent = on ? '关闭快捷键' : '开启快捷键';
  };

  const decision = document.querySelector('#decide form');

  const choose = (result) => {
    const radio = decision && decision.querySelector(`input[name="result"][value="${result}"]`);
    if (!radio) return null;
    radio.click();
    return radio;
  };

  const focus = (part) => {
    part.focus();
    part.scrollIntoView({ block: 'center' });
  };

  const scans = (action) => () => document.querySelector('[data-scans]')
    && document.dispatchEvent(new CustomEvent('scans', { detail: action }));

  /* Papers that nobody has said anything of come before the button. */
  const openPaper = () => [...decision.querySelectorAll('[data-paper]')]
    .filter((paper) => !paper.querySelector('input:checked'))
    .map((paper) => paper.querySelector('input'))[0];

  const keys = {
    1: () => choose('APPROVE') && focus(openPaper() || decision.querySelector('button[name="next"]')),
    2: () => choose('RETURN') && focus(decision.querySelector('input[name="reasons"]')),
    n: () => document.querySelector('a[data-next]') && document.querySelector('a[data-next]').click(),
    j: scans('after'),
    k: scans('before'),
    r: scans('turn'),
    '+': scans('larger'),
    '=': scans('larger'),
    '-': scans('smaller'),
  };

  const types = (part) => part.isContentEditable || part.matches('textarea, select')
    || (part.matches('input') && !['checkbox', 'radio', 'button', 'submit'].includes(part.type));

  document.addEventListener('keydown', (event) => {
    if (!on || event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || types(event.target)) return;
    const action = keys[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });

  button.addEventListener('click', () => {
    on = !on;
    remember();
    draw();
  });
  on = remembered();
  hints.hidden = false;
  draw();
})();
