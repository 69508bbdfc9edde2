// Keeps the board and the chosen person's panel fresh without taking away what somebody points at, selects or writes.
import { on, onState } from '../live.js';
import { fetchPage } from '../fragment.js';
import { announce } from '../live-region.js';
import { inTurns } from './turns.js';
import { isHeld, isOtherOrder, markChanges, needing, patch } from './rows.js';

const apart = 1000; // ms between two fetches
const minute = 60000;
const live = document.querySelector('[data-live]');
const anew = document.getElementById('anew');
const part = id => document.getElementById(id);
const people = () => part('people');
// Once a passage is chosen or a word is written, the passages stay, although the reader goes on.
const isWriting = () => document.querySelector('.compose-form[data-chosen]') || document.querySelector('.composer textarea')?.value;

onState(({ pausedSince }) => {
  live.textContent = pausedSince
    ? live.dataset.paused.replace('{0}', pausedSince.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false }))
    : '';
  live.hidden = !pausedSince;
});

let ahead = clockAhead();
function clockAhead() { return Date.now() - Number(part('standing').dataset.now); }

async function refresh() {
  const page = await fetchPage(location.href);
  if (!page) return false;
  say(page);
  showPeople(page);
  swap(page, 'filters');
  swap(page, 'earlier');
  swap(page, 'standing');
  ahead = clockAhead();
  swap(page, 'panel-face');
  swap(page, 'panel-presence');
  // Where somebody is stays true also while the passages wait for what is being written. It stands among them and comes with them: a part is in one place only.
  if (isWriting() || !getSelection().isCollapsed || part('reading')?.contains(document.activeElement)) swap(page, 'panel-where');
  else readOn(page);
  swap(page, 'hold');
  const [button, fresh] = [part('send'), page.getElementById('send')];
  if (button && fresh) button.replaceChildren(...fresh.childNodes);
}

// The reader has gone on: what a note would be about goes with them, and words chosen before are no longer chosen.
function readOn(page) {
  swap(page, 'reading');
  swap(page, 'anchor');
  const form = document.querySelector('.compose-form');
  if (form) [form.elements.Quote.value, form.elements.Offset.value] = ['', 0];
}

// Rows do not move under a pointer or a focus: what they say changes in place, and the order waits.
function showPeople(page) {
  const next = page.getElementById('people');
  if (!next) return;
  const held = isHeld(people());
  anew.hidden = !(held && isOtherOrder(people(), next));
  if (held) return patch(people(), next);
  markChanges(people(), next);
  swap(page, 'people');
}

// Aloud only who needs the manager and did not before.
function say(page) {
  const before = new Set(needing(people()).keys());
  const fresh = [...needing(page.getElementById('people') ?? people())].filter(([id]) => !before.has(id)).map(([, name]) => name);
  if (fresh.length > 0) announce(people().dataset.needs.replace('{0}', fresh.join(', ')));
}

/** Puts a part of a fetched page in the place of its older self, unless the focus is in it. */
export function swap(page, id) {
  const [now, next] = [part(id), page.getElementById(id)];
  if (now && next && (id === 'panel' || !now.contains(document.activeElement))) now.replaceWith(document.adoptNode(next));
}

export const soon = inTurns(refresh, apart);

on('board', soon);
on('note-states', soon);
on('notes', soon);
const letGo = () => { if (!anew.hidden && !isHeld(people())) soon(); };
document.addEventListener('pointerout', letGo);
document.addEventListener('focusout', () => setTimeout(letGo));
// The button goes, and with it the focus: it moves on to what the rows are sorted by.
anew.addEventListener('click', () => {
  anew.form.elements.sort.focus();
  soon();
});

setInterval(() => {
  for (const cell of document.querySelectorAll('[data-active]:not([data-active=""])')) cell.textContent = Math.max(0, Math.floor((Date.now() - ahead - Number(cell.dataset.active)) / minute));
}, minute / 4);
