/*
 * A form that came too late and waits for a sign-in in another window (data-await-sign-in): back on this page, the form gets the
 * new session's token, so that the first 再次提交 works. Without this script the page comes back once more.
 */
(() => {
  'use strict';

  const form = document.querySelector('[data-await-sign-in]');
  const said = form.querySelector('[role="status"]');

  const renew = async () => {
    if (document.hidden) return;
    const answer = await fetch('/workbench', { credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('input[name="_csrf"]');
    if (!fresh) return;
    form.elements._csrf.value = fresh.value;
    said.textContent = '登录成功，请点“再次提交”。';
    document.removeEventListener('visibilitychange', renew);
    window.removeEventListener('focus', renew);
  };

  document.addEventListener('visibilitychange', renew);
  window.addEventListener('focus', renew);
})();
