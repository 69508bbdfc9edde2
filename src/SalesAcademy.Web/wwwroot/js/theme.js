// The server renders data-theme from a cookie, so nothing flashes. This only spares the reload.
import { announce } from './live-region.js';

document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-theme-form]');
  const chosen = event.submitter;
  if (!form || !chosen) return;

  event.preventDefault();
  document.documentElement.dataset.theme = chosen.value;
  for (const button of document.querySelectorAll('[data-theme-form] button')) {
    button.setAttribute('aria-pressed', String(button.value === chosen.value));
  }
  announce(chosen.textContent.trim());

  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, chosen), redirect: 'manual' }).catch(() => null);
  // A refused or lost choice is sent again the ordinary way, where the server can say why.
  if (!answer || (!answer.ok && answer.type !== 'opaqueredirect')) {
    form.removeAttribute('data-theme-form');
    form.requestSubmit(chosen);
  }
});
