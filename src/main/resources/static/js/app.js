/*
 * Makes pages nicer; every page works without it. Forms have forms.js. What it does stands in attributes of the page:
 *
 *   data-focus                  takes the focus when the page opens (error summary)
 *   data-print                  a button that prints; hidden until this script is there
 *   data-print-now              prints as soon as the page is there, and leaves the focus where it was
 *   autofocus                   (input) is selected when it takes the focus, so that typing replaces what stands there
 *   data-show-passwords         a tick that makes the form's passwords readable; its label is hidden until then
 *   .filter-box                 (details, or around one) is folded on phones while no filter is set
 *   .user-menu                  (details) closes on Esc and on a click elsewhere
 *
 * Sends the event `typed` for every change of a text that is not just pinyin on its way to a character:
 * hx-trigger="typed changed delay:300ms".
 */
(() => {
  'use strict';

  const each = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);

  const reportTyping = () => {
    const report = (event) => event.target.dispatchEvent(new CustomEvent('typed', { bubbles: true }));
    document.addEventListener('input', (event) => {
      if (!event.isComposing) report(event);
    });
    document.addEventListener('compositionend', report);
  };

  const offerPrinting = () => each('[data-print]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  const printAtOnce = () => each('[data-print-now]', () => {
    const focused = document.activeElement;
    window.addEventListener('afterprint', () => focused.focus(), { once: true });
    window.addEventListener('load', () => window.print(), { once: true });
  });

  const selectWhatIsFocused = () => each('input[autofocus]', (input) => {
    if (document.activeElement === input) input.select();
    input.addEventListener('focus', () => input.select(), { once: true });
  });

  const offerReadablePasswords = () => each('[data-show-passwords]', (tick) => {
    const passwords = tick.form.querySelectorAll('input[type="password"]');
    tick.closest('label').hidden = false;
    tick.addEventListener('change', () => passwords.forEach((input) => {
      input.type = tick.checked ? 'text' : 'password';
    }));
  });

  const foldFiltersOnPhones = () => {
    if (!window.matchMedia('(max-width: 40rem)').matches || document.querySelector('.chips')) return;
    each('details.filter-box, .filter-box details', (box) => {
      box.open = false;
      box.dataset.folded = '';
    });
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
  offerPrinting();
  printAtOnce();
  selectWhatIsFocused();
  offerReadablePasswords();
  foldFiltersOnPhones();
  closeUserMenu();
  each('[data-focus]', (part) => part.focus());
})();
