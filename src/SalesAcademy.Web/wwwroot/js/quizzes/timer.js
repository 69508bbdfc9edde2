// Counts down on the server's clock. It is said only at five minutes, two minutes and thirty seconds, whether it is shown or hidden.
import { announce } from '../live-region.js';
import { fold } from './fold.js';

const said = [300, 120, 30];

/** Starts the clock of a page and calls `over` once, when the time is up. */
export function countDown(timer, over) {
  const ahead = Date.parse(timer.dataset.now) - Date.now();
  const deadline = Date.parse(timer.dataset.deadline);
  const face = timer.querySelector('time');
  let last = Infinity;
  fold(timer);

  const tick = () => {
    const seconds = Math.max(0, Math.ceil((deadline - Date.now() - ahead) / 1000));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    face.textContent = text;
    timer.classList.toggle('low', seconds < 120);
    if (said.some(mark => seconds <= mark && last > mark && last !== Infinity)) announce(timer.dataset.left.replace('{0}', text));
    last = seconds;
    if (seconds > 0) return;
    clearInterval(clock);
    announce(timer.dataset.over);
    over();
  };
  const clock = setInterval(tick, 500);
  tick();
}
