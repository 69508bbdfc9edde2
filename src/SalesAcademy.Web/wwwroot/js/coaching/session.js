// A session builds up live: levels and words are kept one by one, and what the others set comes in by itself.
import { on } from '../live.js';
import { fetchPage, parse } from '../fragment.js';
import { announce } from '../live-region.js';
import { inTurns } from './turns.js';

const apart = 500; // ms between two fetches
const parts = ['standing', 'levels', 'comments', 'summary', 'items'];
const part = (id, page = document) => page.getElementById(id);
const session = () => part('session');
// What somebody has begun to write stays until it is sent.
const isHeld = node => node.contains(document.activeElement) || node.querySelector('[data-dirty], details[open]');

async function refresh() {
  const page = await fetchPage(location.href);
  const next = page && part('session', page);
  if (!next) return false;
  if (next.dataset.stage !== session().dataset.stage && !isHeld(session())) {
    session().replaceWith(document.adoptNode(next));
    announce(part('standing').querySelector('.pill').textContent.trim());
    return;
  }
  for (const id of parts) swap(part(id), part(id, page));
}

function swap(now, next) {
  if (now && next && !isHeld(now) && now.innerText !== next.innerText) now.replaceWith(document.adoptNode(next));
}

const soon = inTurns(refresh, apart);

const say = (state, words) => {
  const line = part('kept');
  if (!line) return;
  line.dataset.state = state;
  line.lastElementChild.textContent = words;
};

// In the order they were set, each until it is acknowledged: a key makes sure that it is decided once.
const waiting = [];
let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  while (waiting.length > 0) {
    say('saving', session().dataset.saving);
    const answer = await fetch(waiting[0].url, { method: 'POST', body: waiting[0].body, redirect: 'manual' }).catch(() => null);
    if (!answer || answer.status >= 500) {
      say('unsaved', session().dataset.failed);
      break;
    }
    waiting.shift();
    if (answer.type !== 'opaqueredirect') location.reload(); // refused: the page says how things stand
    else if (waiting.length === 0) say('saved', session().dataset.saved);
  }
  sending = false;
}

document.addEventListener('change', event => {
  const form = event.target.closest('#card');
  if (!form) return;
  const body = new FormData();
  body.set(event.target.name, event.target.value);
  body.set('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  body.set('_key', crypto.randomUUID());
  waiting.push({ url: form.action, body });
  send();
});

document.addEventListener('input', event => {
  if (event.target.form && event.target.form.id !== 'card') event.target.form.dataset.dirty = '';
});

document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-quiet]');
  if (!form) return;
  event.preventDefault();
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual' }).catch(() => null);
  if (answer?.type === 'opaqueredirect') {
    form.reset();
    form.elements._key.value = crypto.randomUUID();
    delete form.dataset.dirty;
    soon();
  } else announce(answer?.status === 422 ? parse(await answer.text()).querySelector('[role="alert"]').textContent.trim() : session().dataset.failed);
});

on('session', () => {
  send();
  return soon();
});
