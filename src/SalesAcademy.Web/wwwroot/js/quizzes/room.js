// Says how much room is left in a written answer, aloud only near its end. What is beyond it stays in the field: nobody's words are cut.
import { announce } from '../live-region.js';
import { excess } from './fields.js';

const marks = [100, 50, 20, 10, 0];
const area = document.querySelector('[data-most]');
const line = document.querySelector('[data-room]');
const stageOf = over => over > 0 ? marks.length + 1 : marks.filter(mark => -over <= mark).length;
let stage = stageOf(excess(area));
let pause = 0;

function tell() {
  const over = excess(area);
  const said = over > 0 ? line.dataset.over.replace('{0}', over) : line.dataset.left.replace('{0}', -over);
  line.textContent = said;
  line.classList.toggle('says', over > 0);
  line.classList.toggle('tone-bad', over > 0);
  area.setAttribute('aria-invalid', String(over > 0));
  area.setCustomValidity(over > 0 ? said : '');
  const now = stageOf(over);
  clearTimeout(pause);
  // After a pause in writing, so that the voice does not talk over the keys.
  if (now > stage || (now < stage && stage > marks.length)) pause = setTimeout(() => { announce(said); stage = now; }, 600);
  else stage = now;
}

area.addEventListener('input', tell);
area.form.addEventListener('answer-shown', tell);
tell();
