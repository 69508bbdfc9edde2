// Says how much room is left in a text with a limit, once it gets narrow; aloud only at a few points, not at every key.
import { announce } from '../live-region.js';

const near = 200;
const aloud = [200, 100, 50, 10, 0];

document.addEventListener('input', ({ target }) => {
  if (!target.matches('textarea[data-left]')) return;
  const left = target.maxLength - target.value.length;
  const before = Number(target.dataset.leftBefore ?? target.maxLength);
  target.dataset.leftBefore = left;
  const line = target.nextElementSibling?.matches('.left') ? target.nextElementSibling : document.createElement('p');
  line.className = 'left hint num';
  line.textContent = left > near ? '' : target.dataset.left.replace('{0}', left);
  if (!line.isConnected) target.after(line);
  if (aloud.some(point => left <= point && point < before)) announce(line.textContent);
});
