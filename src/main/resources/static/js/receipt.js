/*
 * 保存为图片 on the receipt, for people without a printer; without this script the code is copied by hand.
 *
 *   data-picture="name.png"  draws the lines data-picture-line of the page and saves them under that name
 *   data-saved               says what was done
 */
(() => {
  'use strict';

  const WIDTH = 900;
  const LINE = 74;
  const EDGE = 60;
  const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

  const saved = document.querySelector('[data-saved]');

  const draw = () => {
    const name = document.querySelector('.brand-name').textContent.trim();
    const lines = [...document.querySelectorAll('[data-picture-line]')]
      .map((part) => ({ text: part.textContent.trim(), large: part.matches('strong, .one-time-code') }));
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = EDGE * 2 + LINE * (lines.length + 1);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = '#1a4f8b';
    pen.lineWidth = 6;
    pen.strokeRect(20, 20, canvas.width - 40, canvas.height - 40);
    pen.fillStyle = '#1b1f24';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    [{ text: name, large: false }, ...lines].forEach(({ text, large }, place) => {
      pen.font = large ? `bold 52px ${FONT}` : `30px ${FONT}`;
      pen.fillText(text, WIDTH / 2, EDGE + LINE * (place + 0.5), WIDTH - 2 * EDGE);
    });
    return canvas;
  };

  /* Computers download it; phones whose browsers don't are shown it, to press on for long. */
  const save = (canvas, name) => {
    const link = document.createElement('a');
    const picture = document.createElement('img');
    picture.src = canvas.toDataURL('image/png');
    picture.alt = '回执图片';
    picture.className = 'receipt-picture';
    link.href = picture.src;
    link.download = name;
    link.click();
    saved.textContent = '已保存为图片。手机上没有保存的，请长按下面的图片。';
    saved.append(document.createElement('br'), picture);
  };

  document.querySelectorAll('[data-picture]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => save(draw(), button.dataset.picture));
  });
})();
