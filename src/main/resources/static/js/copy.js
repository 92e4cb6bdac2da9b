/*
 * 复制 beside a code that people pass on; without this script it is copied by hand.
 *
 *   data-copy="selector"   a button that copies the text of that part
 *   data-saved             says what was done
 */
(() => {
  'use strict';

  const saved = document.querySelector('[data-saved]');

  /* Pages that aren't served over https have no clipboard of their own. */
  const copyBySelection = (text) => {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  };

  const copy = (text) => (navigator.clipboard
    ? navigator.clipboard.writeText(text).then(() => true, () => copyBySelection(text))
    : Promise.resolve(copyBySelection(text)));

  document.querySelectorAll('[data-copy]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => copy(document.querySelector(button.dataset.copy).textContent.trim())
      .then((done) => { saved.textContent = done ? '已复制。' : '没有复制成功，请抄下来。'; }));
  });
})();
