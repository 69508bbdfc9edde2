// The button by which a reader asks this browser for notifications; nothing asks by itself.
import { canNotify, notifies, setNotifies } from './ring.js';

const button = document.getElementById('notify');
const say = document.getElementById('notify-state');

function show() {
  button.hidden = !canNotify();
  button.setAttribute('aria-pressed', notifies());
  say.textContent = !canNotify() ? '' : Notification.permission === 'denied' ? say.dataset.denied : notifies() ? say.dataset.on : '';
}

button.addEventListener('click', async () => {
  if (notifies()) setNotifies(false);
  else if (await Notification.requestPermission() === 'granted') setNotifies(true);
  show();
});
show();
