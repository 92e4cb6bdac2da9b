/*
 * Files: their kind and size are looked at as soon as they are chosen, and in a form of applications (one that has the button
 * data-upload) they are uploaded at once, with a bar. The form is sent as 先上传所选文件 sends it, so that the server is the
 * judge and keeps what was typed too; of its answer the field is taken over. Without this script the button does the same.
 */
(() => {
  'use strict';

  const MEGABYTE = 1024 * 1024;

  const inMegabytes = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

  /* Why the server will not take a file; empty where it may. */
  const objection = (input, file) => {
    const endings = input.accept.split(',').filter((kind) => kind.startsWith('.'));
    const name = file.name.toLowerCase();
    if (endings.length && !endings.some((ending) => name.endsWith(ending))) {
      const kinds = endings.map((ending) => ending.slice(1).toUpperCase()).join('、');
      return `“${file.name}”不是可以上传的文件，请选择 ${kinds} 文件`;
    }
    const most = Number(input.dataset.mostBytes);
    return most && file.size > most
      ? `“${file.name}”有 ${inMegabytes(file.size)}，不能超过 ${most / MEGABYTE} MB。请压缩或重拍后再选`
      : '';
  };

  const tell = (input, sentence) => {
    const field = input.closest('.field');
    field.querySelectorAll('.field-error').forEach((old) => old.remove());
    field.classList.toggle('field-failed', sentence !== '');
    input.toggleAttribute('aria-invalid', sentence !== '');
    if (!sentence) return;
    const error = document.createElement('div');
    error.className = 'field-error';
    error.id = `${input.id}-error`;
    error.setAttribute('role', 'alert');
    error.textContent = sentence;
    input.before(error);
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', `${input.id}-hint ${error.id}`);
  };

  /* What may be sent, and why the rest may not. */
  const look = (input) => {
    const files = [...input.files];
    const refused = files.map((file) => objection(input, file)).filter((sentence) => sentence).join('；');
    tell(input, refused);
    return { files: files.filter((file) => !objection(input, file)), refused };
  };

  /* The answer was none of ours. */
  const failure = (status) => {
    if (status === 413) return '文件太大，没有上传。请压缩或重拍后再选';
    if (status === 429) return '上传得太多，请过一会儿再选一次';
    return '没有上传成功。请检查网络后再选一次；页面打开很久了的，请点“下一步”，填写的内容会保留';
  };

  const barFor = (input, files) => {
    const state = document.createElement('div');
    const bar = document.createElement('progress');
    const words = document.createElement('span');
    const size = files.reduce((sum, file) => sum + file.size, 0);
    state.className = 'upload-state';
    words.textContent = `正在上传 ${files.map((file) => file.name).join('、')}（${inMegabytes(size)}）`;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', '上传进度');
    state.append(words, bar);
    input.after(state);
    return { state, bar };
  };

  const startWith = (form, button) => {
    const note = document.createElement('p');
    const waiting = [];
    let running = false;
    let held = null;
    note.className = 'upload-note';
    note.setAttribute('role', 'status');
    button.after(note);
    button.hidden = true;

    const goOn = () => {
      running = false;
      const next = waiting.shift();
      if (next) {
        send(next);
      } else if (held) {
        const submitter = held;
        held = null;
        form.requestSubmit(submitter === form ? undefined : submitter);
      }
    };

    /* Takes the field of the answer; what was refused stands in it. */
    const take = (request, input, refused) => {
      const page = request.response;
      const fresh = page && page.getElementById(input.id);
      if (!fresh) {
        held = null;
        input.value = '';
        tell(input, failure(request.status));
        return;
      }
      const answer = document.importNode(fresh.closest('.field'), true);
      const count = answer.querySelectorAll('.file-list li').length;
      const summary = page.querySelector('.error-summary li');
      input.closest('.field').replaceWith(answer);
      if (answer.querySelector('.field-error')) {
        held = null;
        note.textContent = '有文件没有上传成功，请看上面的说明。';
      } else if (summary) {
        held = null;
        tell(document.getElementById(input.id), summary.textContent);
      } else {
        note.textContent = `已上传 ${count} 个文件。`;
        if (refused) {
          held = null;
          tell(document.getElementById(input.id), refused);
        }
      }
    };

    /* The field may be another one by now: that of the answer before. */
    const send = ({ id, files, refused }) => {
      const input = document.getElementById(id);
      const focused = document.activeElement === input;
      const data = new FormData(form);
      form.querySelectorAll('input[type=file]').forEach((other) => data.delete(other.name));
      files.forEach((file) => data.append(input.name, file, file.name));
      data.append(button.name, button.value);
      const { state, bar } = barFor(input, files);
      input.hidden = true;
      running = true;
      note.textContent = '';
      const request = new XMLHttpRequest();
      request.open('POST', form.getAttribute('action'));
      request.responseType = 'document';
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) bar.value = event.loaded / event.total;
      });
      request.addEventListener('loadend', () => {
        state.remove();
        input.hidden = false;
        take(request, input, refused);
        if (focused && document.activeElement === document.body) document.getElementById(id).focus();
        goOn();
      });
      request.send(data);
    };

    form.addEventListener('change', ({ target }) => {
      if (target.type !== 'file') return;
      const chosen = { id: target.id, ...look(target) };
      if (!chosen.files.length) {
        target.value = '';
      } else if (running) {
        waiting.push(chosen);
      } else {
        send(chosen);
      }
    });
    form.addEventListener('submit', (event) => {
      if (!running) return;
      event.preventDefault();
      held = event.submitter || form;
      note.textContent = '附件还在上传，传完会自动继续。';
    });
  };

  document.querySelectorAll('[data-upload]').forEach((button) => startWith(button.form, button));
  document.querySelectorAll('input[type="file"]').forEach((input) => {
    if (input.form.querySelector('[data-upload]')) return;
    input.addEventListener('change', () => { if (!look(input).files.length) input.value = ''; });
  });
})();
