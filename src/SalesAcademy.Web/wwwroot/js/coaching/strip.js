// Where no lesson is open, a new note announces itself with a line that leads to it.
import { on } from '../live.js';
import { fetchPage, parse } from '../fragment.js';
import { toast } from '../live-region.js';
import { ring } from './ring.js';

// News reach the page that asks first. One that nobody looks at passes them on to those that are looked at.
const pages = new BroadcastChannel('note-news');
pages.addEventListener('message', ({ data }) => { if (!document.hidden) show(parse(data).querySelector('[data-last]')); });
let last = 0;

/** Shows what has reached no page yet; some cards may have come to this page already. */
export async function fetchNews(here = []) {
  const page = await fetchPage(`/coaching/notes/since/${last}`);
  const notes = page?.querySelector('[data-last]');
  if (!notes) return false;
  last = Number(notes.dataset.last);
  ring(notes, here);
  show(notes);
}

/** Shows each piece of news of a fragment at the edge of the page; what the page says of notes follows. */
export function show(notes) {
  if (notes.dataset.unanswered) count(notes.dataset.unanswered);
  if (!notes.querySelector('.news a')) return;
  if (document.hidden) pages.postMessage(notes.outerHTML);
  follow();
  for (const link of notes.querySelectorAll('.news a'))
    toast(link.textContent.trim(), { tone: 'attention', seconds: 20, content: document.adoptNode(link) });
}

/** Cards that came to a page nobody looks at are told of on those that are looked at. */
export function passOn(cards) {
  if (!document.hidden || cards.length === 0) return;
  const [told, news] = [document.createElement('div'), document.createElement('div')];
  told.dataset.last = 0;
  news.className = 'news';
  news.append(...cards.map(card => Object.assign(document.createElement('a'), { href: `/coaching/notes#${card.id}`, textContent: card.dataset.said })));
  told.append(news);
  pages.postMessage(told.outerHTML);
}

function count(unanswered) {
  const room = document.querySelector('.rail a[href="/coaching/notes"]');
  if (!room) return;
  const figure = room.querySelector('.count') ?? room.appendChild(document.createElement('span'));
  figure.className = 'count new';
  figure.textContent = unanswered;
  figure.hidden = unanswered === '0';
}

// Parts of a page that list or count notes come anew, except one that holds the focus.
async function follow() {
  const parts = document.querySelectorAll('[data-follows-notes]');
  const page = parts.length > 0 && await fetchPage(location.href);
  for (const part of page ? parts : []) {
    const next = page.getElementById(part.id);
    if (next && !part.contains(document.activeElement)) part.replaceWith(document.adoptNode(next));
  }
}

// A lesson, and what has notes beside it, fetch both by scripts of their own.
if (!document.querySelector('#lesson-notes, [data-beside]')) {
  let turn = Promise.resolve();
  on('notes', () => (turn = turn.then(() => fetchNews())));
}
