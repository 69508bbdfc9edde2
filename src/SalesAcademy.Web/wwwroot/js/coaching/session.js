// A session builds up live: levels and words are kept one by one, and what the others set comes in by itself.
import { on } from '../live.js';
import { fetchPage, post } from '../fragment.js';
import { announce } from '../live-region.js';
import { quietly } from './quietly.js';
import { inTurns } from './turns.js';

const apart = 500; // ms between two fetches
const longest = 30000; // ms until what was not stored is tried again
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

// In the order they were set, each until it is acknowledged, over a reload of the page too: a key makes sure that it is decided once.
const key = `session-levels:${document.querySelector('.app').dataset.reader}:${location.pathname}`;
const waiting = JSON.parse(sessionStorage[key] ?? '[]');
const keep = () => { sessionStorage[key] = JSON.stringify(waiting); };
let sending = false;
let tries = 0;
async function send() {
  const card = part('card');
  if (sending || !card) return;
  sending = true;
  while (waiting.length > 0) {
    say('saving', session().dataset.saving);
    const body = new FormData();
    for (const [name, value] of [...waiting[0], ['__RequestVerificationToken', card.elements.__RequestVerificationToken.value]]) body.set(name, value);
    const answer = await post(card.action, body);
    if (!answer || answer.status >= 500 || [400, 401, 429].includes(answer.status)) {
      say('unsaved', session().dataset.failed);
      setTimeout(send, Math.min(longest, apart * 2 ** ++tries));
      break;
    }
    tries = 0;
    waiting.shift();
    keep();
    if (answer.type !== 'opaqueredirect') location.reload(); // refused: the page says how things stand
    else if (waiting.length === 0) say('saved', session().dataset.saved);
  }
  sending = false;
}
addEventListener('online', send);
send();

document.addEventListener('change', event => {
  if (!event.target.closest('#card')) return;
  waiting.push([[event.target.name, event.target.value], ['_key', crypto.randomUUID()]]);
  keep();
  send();
});

document.addEventListener('input', event => {
  if (event.target.form && event.target.form.id !== 'card') event.target.form.dataset.dirty = '';
});

quietly(soon, () => session().dataset.failed);

on('session', () => {
  send();
  return soon();
});
