/*
 * Makes pages nicer; every page works without it. What it does stands in attributes of the page:
 *
 *   data-focus                  takes the focus when the page opens (error summary)
 *   data-shown-when="name=A|B"  shown only while the choice `name` of the same form has one of these values
 *   data-print                  a button that prints; hidden until this script is there
 *   data-show-passwords         a tick that makes the form's passwords readable; its label is hidden until then
 *   data-rows, data-row, data-add-row, data-rows-max    adds a row without a round trip
 *   .filter-box                 (details, or around one) is folded on phones while no filter is set
 *   .user-menu                  (details) closes on Esc and on a click elsewhere
 *
 * Sends the event `typed` for every change of a text that is not just pinyin on its way to a character:
 * hx-trigger="typed changed delay:300ms".
 */
(() => {
  'use strict';

  const SENT_FOR_MS = 8000;

  const each = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);

  const reportTyping = () => {
    const report = (event) => event.target.dispatchEvent(new CustomEvent('typed', { bubbles: true }));
    document.addEventListener('input', (event) => {
      if (!event.isComposing) report(event);
    });
    document.addEventListener('compositionend', report);
  };

  const showConditionalFields = () => each('[data-shown-when]', (part) => {
    const [name, values] = part.dataset.shownWhen.split('=');
    const form = part.closest('form');
    const update = () => {
      const chosen = [...form.elements].filter((input) => input.name === name
        && (input.checked || input.tagName === 'SELECT'));
      part.hidden = !chosen.some((input) => values.split('|').includes(input.value));
    };
    form.addEventListener('change', update);
    update();
  });

  const offerPrinting = () => each('[data-print]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  const offerReadablePasswords = () => each('[data-show-passwords]', (tick) => {
    const passwords = tick.form.querySelectorAll('input[type="password"]');
    tick.closest('label').hidden = false;
    tick.addEventListener('change', () => passwords.forEach((input) => {
      input.type = tick.checked ? 'text' : 'password';
    }));
  });

  const sendFormsOnce = () => {
    document.addEventListener('submit', (event) => {
      const form = event.target;
      if (form.method !== 'post' || event.defaultPrevented) return;
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'true';
      setTimeout(() => delete form.dataset.sent, SENT_FOR_MS);
    });
    window.addEventListener('pageshow', () => each('form[data-sent]', (form) => delete form.dataset.sent));
  };

  const addRowsInPlace = () => each('[data-rows]', (group) => {
    const button = group.querySelector('[data-add-row]');
    const rows = () => group.querySelectorAll('[data-row]');
    const full = () => rows().length >= Number(group.dataset.rowsMax || 10);
    button.hidden = full();
    button.addEventListener('click', (event) => {
      event.preventDefault();
      const last = rows()[rows().length - 1];
      const row = emptyCopy(last, rows().length);
      last.after(row);
      button.hidden = full();
      row.querySelector('input, select').focus();
    });
  });

  /* A row for the place `count` (from 0): the one before it with names, ids and the words 第 n 位 counted up. */
  const emptyCopy = (before, count) => {
    const row = before.cloneNode(true);
    each('.field-error', (message) => message.remove(), row);
    each('.field-failed', (field) => field.classList.remove('field-failed'), row);
    each('*', (element) => {
      ['name', 'id', 'for'].filter((name) => element.hasAttribute(name)).forEach((name) => {
        element.setAttribute(name, element.getAttribute(name)
          .replace(`[${count - 1}]`, `[${count}]`)
          .replace(new RegExp(`(\\D)${count - 1}\\.`), `$1${count}.`));
      });
      ['aria-describedby', 'aria-invalid', 'value'].forEach((name) => element.removeAttribute(name));
      if ('value' in element) element.value = '';
      if (!element.children.length) {
        element.textContent = element.textContent.replace(`第 ${count} 位`, `第 ${count + 1} 位`);
      }
    }, row);
    return row;
  };

  const foldFiltersOnPhones = () => {
    if (!window.matchMedia('(max-width: 40rem)').matches || document.querySelector('.chips')) return;
    each('details.filter-box, .filter-box details', (box) => { box.open = false; });
  };

  const closeUserMenu = () => each('.user-menu', (menu) => {
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });

  reportTyping();
  showConditionalFields();
  offerPrinting();
  offerReadablePasswords();
  sendFormsOnce();
  addRowsInPlace();
  foldFiltersOnPhones();
  closeUserMenu();
  each('[data-focus]', (part) => part.focus());
})();
