// Marks chosen words of a lesson for their reader: highlighted at once, or with a note from the form below the text. Without script that form does it alone.
import { fetchPage } from '../fragment.js';
import { announce, toast } from '../live-region.js';
import { rangeOf } from '../anchor.js';

const text = document.querySelector('.text');
const bar = document.querySelector('.mark-bar');
const own = () => document.getElementById('own-notes');
const form = () => own().querySelector('.new-note form');
const fold = words => words.replace(/\s+/g, ' ');

function draw() {
  const words = [];
  for (const mark of own().querySelectorAll('[data-passage]')) {
    const block = mark.dataset.passage && text.querySelector(`[data-block="${CSS.escape(mark.dataset.passage)}"]`);
    const range = block && rangeOf(block, mark.dataset);
    if (range) words.push(range);
  }
  if (globalThis.Highlight) CSS.highlights.set('own', new Highlight(...words));
}

// The words in the first passage of what is chosen: a mark belongs to one passage.
let chosen = null;
function choose(selection) {
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const first = range.startContainer;
  const block = (first.closest ? first : first.parentElement)?.closest('.text [data-block]');
  if (!block) return null;
  if (!block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = fold(range.toString());
  const lead = words.length - words.trimStart().length;
  return words.trim() ? { block: block.dataset.block, quote: words.trim(), offset: fold(before.toString()).trimStart().length + lead } : null;
}

document.addEventListener('selectionchange', () => {
  if (bar.contains(document.activeElement)) return;
  chosen = choose(getSelection());
  bar.hidden = !chosen;
});

function fill({ block, quote, offset }) {
  const fields = form().elements;
  fields.quote.value = quote;
  fields.offset.value = offset;
  fields.block.querySelector('[data-chosen]')?.remove();
  const option = new Option(`“${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”`, block, true, true);
  option.dataset.chosen = '';
  fields.block.add(option);
}

bar.addEventListener('mousedown', event => event.preventDefault()); // what is chosen stays chosen
bar.addEventListener('click', event => {
  const way = event.target.closest('[data-mark]')?.dataset.mark;
  if (!way || !chosen) return;
  fill(chosen);
  bar.hidden = true;
  getSelection().removeAllRanges();
  if (way === 'highlight') {
    form().elements.text.required = false;
    form().requestSubmit();
    return;
  }
  own().querySelector('.new-note').open = true;
  form().elements.text.focus();
});

// Another place chosen by hand is not about the words chosen before.
document.addEventListener('change', event => {
  if (event.target.id !== 'own-about' || 'chosen' in event.target.selectedOptions[0].dataset) return;
  [event.target.form.elements.quote.value, event.target.form.elements.offset.value] = ['', 0];
});

document.addEventListener('submit', async event => {
  const sent = event.target.closest('#own-notes form');
  if (!sent) return;
  event.preventDefault();
  const page = await fetchPage(sent.action, { method: 'POST', body: new FormData(sent) });
  const fresh = page?.getElementById('own-notes');
  // Not saved: what was typed stays, and the key with it, so that what did arrive is not kept twice.
  if (!fresh) {
    toast(own().dataset.failed, { tone: 'attention' });
    return;
  }
  own().replaceWith(document.adoptNode(fresh));
  announce(own().dataset.saved);
  draw();
});

draw();
