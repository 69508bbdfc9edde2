// Notes beside an answer or a lead: new ones come without a reload, and a recording plays from the second a note is about.
import { on } from '../live.js';
import { fetchPage } from '../fragment.js';
import { announce } from '../live-region.js';
import { fetchNews, passOn } from './strip.js';
import { watch } from './reading.js';
import './answers.js';

const besides = () => [...document.querySelectorAll('[data-beside]')];
const playerNear = place => (place.closest('.card') ?? document).querySelector('.playing') ?? document.querySelector('.playing');
const showTakers = () => { for (const button of document.querySelectorAll('[data-take-second]')) button.hidden = !playerNear(button); };

// What somebody writes or points at stays as it is.
const isBusy = place => place.contains(document.activeElement) || [...place.querySelectorAll('textarea')].some(box => box.value);

// The newest is put in last, in whichever order they stand.
const inOrder = (place, cards) => place.dataset.beside === 'newest-first' ? [...cards].reverse() : [...cards];

function put(place, entry) {
  place.querySelector('[data-none]')?.remove();
  if (place.dataset.beside === 'newest-first') place.prepend(entry);
  else place.append(entry);
}

async function refresh() {
  const page = await fetchPage(location.href);
  if (!page) return false;
  const fresh = [];
  for (const place of besides()) {
    const next = page.getElementById(place.id);
    if (!next) continue;
    const isMine = Boolean(next.querySelector('[data-note]'));
    for (const card of isMine ? inOrder(place, next.querySelectorAll('[data-note]')) : []) {
      if (document.getElementById(card.id)) continue; // shown already
      card.classList.add('live');
      put(place, document.adoptNode(card.closest('[data-entry]') ?? card));
      watch(card);
      fresh.push(card);
      announce(card.dataset.said);
    }
    if (!isMine && !isBusy(place)) place.replaceChildren(...document.adoptNode(next).childNodes);
  }
  showTakers();
  passOn(fresh);
  return fetchNews(fresh);
}

// What the page was opened with needs no second look, only what other places have.
let [turn, isFirst] = [Promise.resolve(), true];
on('notes', sequence => {
  const first = isFirst && !sequence;
  isFirst = false;
  return (turn = turn.then(() => first ? fetchNews() : refresh()));
});
on('note-states', sequence => sequence && (turn = turn.then(refresh)));

document.addEventListener('click', event => {
  const taker = event.target.closest('[data-take-second]');
  if (taker) taker.form.elements.Second.value = Math.floor(playerNear(taker).currentTime);
  const link = event.target.closest('[data-second]');
  const player = link && playerNear(link);
  if (!player) return;
  event.preventDefault();
  player.currentTime = Number(link.dataset.second);
  player.scrollIntoView({ block: 'nearest' });
  player.play().catch(() => player.focus());
});

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.closest('[data-beside] .write form')) event.target.form.requestSubmit();
});

showTakers();
