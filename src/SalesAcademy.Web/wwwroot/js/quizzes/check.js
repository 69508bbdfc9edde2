// Answers a lesson's check where it stands: the same forms, but only the card changes.
import { fieldsOf, isAnswered } from './fields.js';
import { arrangeAll } from './ordering.js';

// XMLHttpRequest gives a parsed document without passing markup through a script, which the page's policy forbids.
function fetchPage(url) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.send();
  });
}

// What the rest of the page says about the lesson changes with the end of its check.
async function tellThePage() {
  const page = await fetchPage(location.pathname).catch(() => null);
  const [old, fresh] = [document, page].map(whole => [...whole?.querySelectorAll('[data-follows-check]') ?? []]);
  if (old.length === fresh.length) old.forEach((part, i) => part.replaceWith(document.adoptNode(fresh[i])));
}

function ask(form) {
  const said = form.querySelector('[role="alert"]') ?? document.createElement('p');
  said.className = 'banner tone-attention';
  said.setAttribute('role', 'alert');
  said.textContent = form.dataset.missing;
  form.querySelector('.acts').before(said);
  form.querySelector('[name="option"], .moves button, [name="fill"]').focus();
}

document.addEventListener('submit', async event => {
  const card = event.target.closest('[data-check]');
  if (!card) return;
  event.preventDefault();
  if (event.target.dataset.missing && !isAnswered(fieldsOf(event.target).map(([, value]) => value))) return ask(event.target);
  const button = event.submitter;
  button.disabled = true;
  const reply = await fetch(event.target.action, { method: 'POST', body: new URLSearchParams(new FormData(event.target)), redirect: 'manual' }).catch(() => null);
  const fresh = (reply && await fetchPage(card.dataset.check).catch(() => null))?.querySelector('[data-check]');
  // Anything unusual (signed out, refused, no line) goes the ordinary way, where the server can say why.
  if (!fresh || (!reply.ok && reply.type !== 'opaqueredirect')) {
    button.disabled = false;
    event.target.submit();
    return;
  }
  card.replaceWith(document.adoptNode(fresh));
  arrangeAll(fresh);
  if (fresh.dataset.ended === 'True') await tellThePage();
  (fresh.querySelector('details[open] summary') ?? fresh.querySelector('[data-arrive]'))?.focus();
});
