// Keeps the board and the chosen person's panel fresh without taking away what somebody points at, selects or writes.
import { on, onState } from '../live.js';
import { fetchPage } from '../fragment.js';

const live = document.querySelector('[data-live]');
const part = id => document.getElementById(id);
const people = () => part('people');
// Once a passage is chosen or a word is written, the passages stay, although the reader goes on.
const isWriting = () => document.querySelector('.compose-form[data-chosen]') || document.querySelector('.composer textarea')?.value;
let late = false;

onState(({ pausedSince }) => {
  live.textContent = pausedSince
    ? live.dataset.paused.replace('{0}', pausedSince.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false }))
    : '';
  live.hidden = !pausedSince;
});

async function refresh() {
  // Rows do not move under a pointer or a focus; they wait until it has left.
  if (people().matches(':hover, :focus-within')) {
    late = true;
    return;
  }
  late = false;
  const page = await fetchPage(location.href);
  if (!page) return;
  swap(page, 'people');
  swap(page, 'earlier');
  swap(page, 'standing');
  if (!isWriting() && getSelection().isCollapsed && !part('reading')?.contains(document.activeElement)) swap(page, 'reading');
  swap(page, 'hold');
  const [button, fresh] = [part('send'), page.getElementById('send')];
  if (button && fresh) button.replaceChildren(...fresh.childNodes);
}

/** Puts a part of a fetched page in the place of its older self. */
export function swap(page, id) {
  const [now, next] = [part(id), page.getElementById(id)];
  if (now && next) now.replaceWith(document.adoptNode(next));
}

let turn = Promise.resolve();
const soon = () => { turn = turn.then(refresh); };
on('board', soon);
on('note-states', soon);
on('notes', soon);
document.addEventListener('pointerout', () => late && !people().matches(':hover') && soon());
