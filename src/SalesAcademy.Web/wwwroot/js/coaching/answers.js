// Sends what the receiver of a note says to it and shows the note as it stands then.
import { fetchPage, parse, post } from '../fragment.js';
import { announce } from '../live-region.js';
import './reading.js';

// The answer's page is not fetched: it would hand out news that nobody sees. Only the card comes anew.
document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-note] form');
  if (!form) return;
  event.preventDefault();
  const card = form.closest('[data-note]');
  const answer = await post(form.action, new FormData(form));
  const page = answer?.type === 'opaqueredirect'
    ? await fetchPage(`/coaching/notes/${card.dataset.note}/card?returnUrl=${encodeURIComponent(form.elements.returnUrl.value)}`)
    : answer?.status === 422 ? parse(await answer.text()) : null;
  const fresh = page?.getElementById(card.id);
  const status = form.querySelector('[data-failed]');
  if (fresh) renew(card, fresh);
  else if (status) status.textContent = status.dataset.failed; // the words stay, and the key with them
  else if (answer?.status !== 401) form.submit();
  else location.reload(); // the sign-in has ended: the page asks for it and leads back
});

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.closest('[data-note] .reply form')) event.target.form.requestSubmit();
});

function renew(card, fresh) {
  card.classList.toggle('done', fresh.classList.contains('done'));
  card.replaceChildren(...document.adoptNode(fresh).childNodes);
  announce([...card.querySelectorAll('.fate, [role="alert"]')].at(-1)?.textContent.trim() ?? '');
  card.querySelector('details.reply > summary').focus({ preventScroll: true });
}
