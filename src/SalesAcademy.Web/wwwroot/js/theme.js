// The server renders data-theme from a cookie, so nothing flashes. This only spares the reload.
import { announce } from './live-region.js';

const choices = () => document.querySelectorAll('.theme-choice button');

document.addEventListener('submit', async event => {
  const chosen = event.submitter;
  if (chosen?.name !== 'theme' || 'refused' in chosen.dataset) return;

  event.preventDefault();
  document.documentElement.dataset.theme = chosen.value;
  for (const button of choices()) button.setAttribute('aria-pressed', String(button.value === chosen.value));
  announce(chosen.textContent.trim());

  const answer = await fetch(chosen.formAction, { method: 'POST', body: new FormData(event.target, chosen), redirect: 'manual' }).catch(() => null);
  // A refused or lost choice is sent again the ordinary way, where the server can say why.
  if (!answer || (!answer.ok && answer.type !== 'opaqueredirect')) {
    chosen.dataset.refused = '';
    event.target.requestSubmit(chosen);
  }
});
