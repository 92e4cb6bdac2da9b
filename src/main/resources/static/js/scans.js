/*
 * Scans beside an application, one at a time: 上一个 / 下一个, larger, turned, moved by dragging. Without this file all of them
 * stand under each other.
 */
(() => {
  'use strict';

  const panel = document.querySelector('[data-scans]');
  if (!panel) return;

  const stage = panel.querySelector('[data-scan-stage]');
  const figures = [...stage.querySelectorAll('figure')];
  const strip = [...panel.querySelectorAll('.scan-strip a')];
  const says = panel.querySelector('[data-scan-says]');
  const LARGEST = 4;
  const STEP = 1.4;

  let current = 0;
  let zoom = 1;
  let turn = 0;

  /* The picture is as wide as the stage times the zoom; turned by a quarter it lies, so its sides change places. */
  const lay = () => {
    const box = figures[current].querySelector('.scan-box');
    const image = box.querySelector('img');
    if (!image.naturalWidth) return;
    const width = stage.clientWidth * zoom;
    const lies = turn % 180 !== 0;
    const ratio = image.naturalHeight / image.naturalWidth;
    const height = lies ? width / ratio : width * ratio;
    figures[current].querySelector('figcaption').style.width = `${stage.clientWidth}px`;
    const across = lies ? height : width;
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    image.style.width = `${across}px`;
    image.style.left = `${(width - across) / 2}px`;
    image.style.top = `${(height - across * ratio) / 2}px`;
    image.style.transform = `rotate(${turn}deg)`;
  };

  const tell = () => {
    says.textContent = `${current + 1} / ${figures.length}`;
    panel.querySelector('[data-scan-do="smaller"]').disabled = zoom <= 1;
    panel.querySelector('[data-scan-do="larger"]').disabled = zoom >= LARGEST;
  };

  const show = (place) => {
    current = (place + figures.length) % figures.length;
    zoom = 1;
    turn = 0;
    figures.forEach((figure, i) => { figure.hidden = i !== current; });
    strip.forEach((link, i) => (i === current
      ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    stage.scrollTo(0, 0);
    lay();
    tell();
  };

  const change = (by) => {
    const before = zoom;
    zoom = Math.min(LARGEST, Math.max(1, zoom * by));
    if (Math.abs(zoom - 1) < .05) zoom = 1;
    const grown = zoom / before;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = stage;
    lay();
    stage.scrollTo((scrollLeft + clientWidth / 2) * grown - clientWidth / 2,
      (scrollTop + clientHeight / 2) * grown - clientHeight / 2);
    tell();
  };

  const actions = {
    before: () => show(current - 1),
    after: () => show(current + 1),
    smaller: () => change(1 / STEP),
    larger: () => change(STEP),
    turn: () => { turn = (turn + 90) % 360; lay(); },
  };

  const drag = () => {
    let from = null;
    stage.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'mouse' || event.button !== 0 || event.target.tagName !== 'IMG') return;
      event.preventDefault();
      stage.focus({ preventScroll: true });
      from = { x: event.clientX + stage.scrollLeft, y: event.clientY + stage.scrollTop };
    });
    window.addEventListener('pointermove', (event) => {
      if (from) stage.scrollTo(from.x - event.clientX, from.y - event.clientY);
    });
    window.addEventListener('pointerup', () => { from = null; });
  };

  panel.classList.add('scans-one');
  panel.querySelector('[data-scan-tools]').hidden = false;
  if (figures.length === 1) {
    ['before', 'after'].forEach((name) => { panel.querySelector(`[data-scan-do="${name}"]`).hidden = true; });
  }
  panel.addEventListener('click', (event) => {
    const button = event.target.closest('[data-scan-do]');
    if (button) actions[button.dataset.scanDo]();
  });
  strip.forEach((link, i) => link.addEventListener('click', (event) => {
    event.preventDefault();
    show(i);
  }));
  figures.forEach((figure) => figure.querySelector('img').addEventListener('load', lay));
  window.addEventListener('resize', lay);
  document.addEventListener('scans', (event) => actions[event.detail]());
  drag();
  show(0);
})();
