// Keeps what is typed into a form in this tab until the academy has answered that it is stored: a sign-in that ran out, or a refusal, loses no words.
import { forgetWordsOf } from './unsent.js';

const person = document.querySelector('.app').dataset.reader;
const prefix = `draft:${person}:`;
const keyOf = field => `${prefix}${field.form.getAttribute('action')}:${field.name}`;
const drafts = () => Object.keys(sessionStorage).filter(key => key.startsWith('draft:'));

// What another person typed in this browser is nobody's business any more, and after a sign-out nothing is, in any tab.
forgetWordsOf(other => other !== person);
const tabs = new BroadcastChannel('signed-out');
tabs.addEventListener('message', () => forgetWordsOf(() => true));
document.addEventListener('submit', ({ submitter }) => {
  if (!submitter?.matches('[data-sign-out]')) return;
  forgetWordsOf(() => true);
  globalThis.caches?.keys().then(kept => kept.forEach(name => caches.delete(name))); // courses kept on this device
  tabs.postMessage('');
});

// Every form that keeps a draft is answered with a message once it is stored.
if (document.querySelector('.flash:not(.tone-bad)'))
  for (const key of drafts()) if (JSON.parse(sessionStorage[key]).sent) sessionStorage.removeItem(key);

// Whoever goes on before that message has been read by this script finds their words on the page: then they are stored as well.
const squeezed = text => text.replace(/\s+/g, '');
const stands = text => squeezed(document.getElementById('content').textContent).includes(squeezed(text));
for (const field of document.querySelectorAll('[data-draft]')) {
  const draft = JSON.parse(sessionStorage[keyOf(field)] ?? 'null');
  if (!draft || field.value) continue;
  if (draft.sent && stands(draft.text)) sessionStorage.removeItem(keyOf(field));
  else field.value = draft.text;
}

document.addEventListener('input', ({ target }) => {
  if (!target.matches('[data-draft]')) return;
  if (target.value) sessionStorage[keyOf(target)] = JSON.stringify({ text: target.value });
  else sessionStorage.removeItem(keyOf(target));
});

document.addEventListener('submit', ({ target }) => {
  for (const field of target.querySelectorAll('[data-draft]'))
    if (field.value) sessionStorage[keyOf(field)] = JSON.stringify({ text: field.value, sent: true });
});
