/*
 * Makes forms nicer; every form works without it. What it does stands in attributes of the page:
 *
 *   data-chooses="name=A"       a tick that chooses A of its form where nothing is chosen yet
 *   data-shown-when="name=A|B"   shown only while a choice `name` of the same form has one of these values; what has an error
 *                                stays in sight until that choice is made anew
 *   data-proposal="field" data-when="name=A" value="…"  filled in at that field when A is chosen, unless something else was
 *                                typed there; data-over: what it may replace
 *   data-same-contact            the tick 同联系人: the row is the contact's while it is set
 *   data-rows, data-row, data-add-row, data-rows-max    adds a row without a round trip
 *
 * A form is sent once: its button says 正在提交… at once, a second click is told why nothing happens, and on a slow line the
 * person is asked to wait.
 */
(() => {
  'use strict';

  const SLOW_MS = 10000;
  const GIVE_UP_MS = 60000;

  const each = (selector, work, root = document) => root.querySelectorAll(selector).forEach(work);

  const chooseByTicks = () => each('[data-chooses]', (tick) => {
    const [name, value] = tick.dataset.chooses.split('=');
    tick.addEventListener('change', () => {
      const choices = [...tick.form.elements].filter((input) => input.name === name);
      const wanted = choices.find((input) => input.value === value);
      if (!tick.checked || !wanted || choices.some((input) => input.checked)) return;
      wanted.checked = true;
      wanted.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });

  const showConditionalFields = () => each('[data-shown-when]', (part) => {
    const [name, list] = part.dataset.shownWhen.split('=');
    const values = list.split('|');
    const form = part.closest('form');
    let wrong = part.querySelector('.field-failed') !== null;
    const update = () => {
      const chosen = [...form.elements].filter((input) => input.name === name
        && (input.checked || input.tagName === 'SELECT' || input.type === 'hidden'));
      part.hidden = !wrong && !chosen.some((input) => values.includes(input.value));
    };
    form.addEventListener('change', (event) => {
      const { target } = event;
      if (target.name === name && (target.type !== 'checkbox' || values.includes(target.value))) wrong = false;
      update();
    });
    update();
  });

  const fillInProposals = () => each('[data-proposal]', (proposal) => {
    const form = proposal.closest('form');
    const field = form.elements[proposal.dataset.proposal];
    const [name, value] = proposal.dataset.when.split('=');
    const replaceable = () => ['', proposal.dataset.over, ...[...form.querySelectorAll('[data-proposal]')]
      .filter((other) => other.dataset.proposal === proposal.dataset.proposal)
      .map((other) => other.value)].includes(field.value.trim());
    form.addEventListener('change', ({ target }) => {
      if (target.name !== name || target.value !== value || !replaceable()) return;
      field.value = target.checked ? proposal.value : proposal.dataset.over || '';
    });
  });

  const followTheContact = () => each('[data-same-contact]', (tick) => {
    const row = tick.closest('[data-row]');
    const pairs = [['contactName', '.name'], ['contactMobile', '.mobile']]
      .map(([from, to]) => ({ from: tick.form.elements[from], to: row.querySelector(`[name$="${to}"]`), typed: '' }));
    const copy = () => pairs.forEach(({ from, to }) => { to.value = from.value; to.readOnly = true; });
    tick.addEventListener('change', () => pairs.forEach((pair) => {
      if (tick.checked) {
        pair.typed = pair.to.value;
        copy();
      } else {
        pair.to.readOnly = false;
        pair.to.value = pair.typed;
      }
    }));
    pairs.forEach(({ from, to }) => {
      from.addEventListener('input', () => { if (tick.checked) copy(); });
      to.readOnly = tick.checked && pairs.every((pair) => pair.from.value === pair.to.value);
    });
  });

  /* Where a form says how far it is: after its buttons, read aloud. */
  const noteOf = (form) => {
    const there = form.querySelector('.busy-note');
    if (there) return there;
    const note = document.createElement('p');
    note.className = 'busy-note';
    note.setAttribute('role', 'status');
    form.append(note);
    return note;
  };

  const setBusy = (form, button) => {
    const words = [...button.childNodes];
    const note = noteOf(form);
    button.style.minWidth = `${button.offsetWidth}px`;
    button.setAttribute('aria-busy', 'true');
    const files = [...form.querySelectorAll('input[type="file"]')].some((input) => input.files.length > 0);
    button.replaceChildren(files ? '正在上传…' : '正在提交…');
    const slow = setTimeout(() => { note.textContent = '网络较慢，请不要关闭本页。'; }, SLOW_MS);
    const again = () => {
      clearTimeout(slow);
      clearTimeout(giveUp);
      delete form.dataset.sent;
      note.textContent = '';
      button.style.minWidth = '';
      button.removeAttribute('aria-busy');
      button.replaceChildren(...words);
      window.removeEventListener('pageshow', again);
    };
    const giveUp = setTimeout(() => {
      again();
      note.textContent = '还没有收到答复。请检查网络，再点一次；不会重复提交。';
    }, GIVE_UP_MS);
    window.addEventListener('pageshow', again);
  };

  const sendFormsOnce = () => document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      noteOf(form).textContent = '正在提交，请稍候，不用再点。';
      return;
    }
    form.dataset.sent = 'true';
    const button = event.submitter || form.querySelector('button:not([type="button"])');
    if (button) setBusy(form, button);
  });

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
    each('[data-same-contact]', (tick) => tick.closest('label').remove(), row);
    each('*', (element) => {
      ['name', 'id', 'for'].filter((name) => element.hasAttribute(name)).forEach((name) => {
        element.setAttribute(name, element.getAttribute(name)
          .replace(`[${count - 1}]`, `[${count}]`)
          .replace(new RegExp(`(\\D)${count - 1}\\.`), `$1${count}.`));
      });
      ['aria-describedby', 'aria-invalid', 'value', 'readonly'].forEach((name) => element.removeAttribute(name));
      if ('value' in element) element.value = '';
      if (!element.children.length) {
        element.textContent = element.textContent.replace(`第 ${count} 位`, `第 ${count + 1} 位`);
      }
    }, row);
    return row;
  };

  showConditionalFields();
  chooseByTicks();
  fillInProposals();
  followTheContact();
  sendFormsOnce();
  addRowsInPlace();
})();
