// Puts notes beside their passages, underlines the words they are about, and fetches new ones as soon as there are any.
import { on } from '../live.js';
import { fetchPage } from '../fragment.js';
import { announce } from '../live-region.js';
import { rangeOf } from '../anchor.js';
import { passOn, show as showNews } from './strip.js';
import { watch } from './reading.js';
import { ring } from './ring.js';
import './answers.js';

const notes = document.getElementById('lesson-notes');
const margin = notes.parentElement;
const text = document.querySelector('.text');
const gap = 12; // px between two notes
const narrow = matchMedia('(width < 1000px)');
const cards = () => [...document.querySelectorAll('[data-note]')];
const blockOf = card => card.dataset.passage ? text?.querySelector(`[data-block="${CSS.escape(card.dataset.passage)}"]`) : null; // none for words that are lost or stand in another language

function arrange() {
  const words = [];
  let bottom = 0;
  for (const card of cards()) {
    const block = blockOf(card);
    const range = block && rangeOf(block, card.dataset);
    if (range) words.push(range);
    else block?.classList.add('has-note');
    if (narrow.matches && block) putUnder(block, card);
    else if (card.parentElement !== notes) notes.append(card);
    card.style.marginBlockStart = '';
    if (narrow.matches || !block) continue;
    const wanted = (range ?? block).getBoundingClientRect().top - margin.getBoundingClientRect().top - notes.offsetTop;
    const at = card.offsetTop - notes.offsetTop;
    if (wanted > at) card.style.marginBlockStart = `${wanted - at - (bottom ? 0 : gap)}px`;
    bottom = card.offsetTop + card.offsetHeight;
  }
  if (globalThis.Highlight) CSS.highlights.set('note', new Highlight(...words));
}

// A card moves once: moving it again would start its animation and this arranging anew.
function putUnder(block, card) {
  if (text.contains(card)) return;
  let last = block.closest('.text > *');
  while (last.nextElementSibling?.matches('[data-note]')) last = last.nextElementSibling;
  last.after(card);
}

async function fetchNotes() {
  const page = await fetchPage(`/coaching/notes/since/${notes.dataset.last}?lesson=${encodeURIComponent(notes.dataset.lesson)}`);
  const fresh = page?.querySelector('[data-last]');
  if (!fresh) return false;
  notes.dataset.last = fresh.dataset.last;
  ring(fresh);
  showNews(fresh);
  const cards = [...fresh.querySelectorAll('[data-note]')].filter(card => !document.getElementById(card.id)); // the others are shown already
  passOn(cards);
  for (const card of cards) {
    card.classList.add('live');
    notes.append(document.adoptNode(card));
    watch(card);
    announce(card.dataset.said);
  }
  arrange();
}

let turn = Promise.resolve();
on('notes', () => (turn = turn.then(fetchNotes)));
narrow.addEventListener('change', arrange);
new ResizeObserver(arrange).observe(text ?? notes);
