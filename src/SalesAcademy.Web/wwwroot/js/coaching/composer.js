// The note to the chosen person: its anchor, its snippets, its sending.
import { fetchPage } from '../fragment.js';
import { announce } from '../live-region.js';
import { swap } from './board.js';
import { forget, restore } from './drafts.js';

// The chosen words of a passage become the anchor.
document.addEventListener('selectionchange', () => {
  const selection = getSelection();
  const form = document.querySelector('.compose-form');
  if (!form || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const first = range.startContainer;
  const words = (first.closest ? first : first.parentElement)?.closest('[data-words]');
  if (!words || !words.contains(range.endContainer) || !selection.toString().trim()) return;
  const lead = range.toString().length - range.toString().trimStart().length;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  form.elements.Quote.value = range.toString().trim();
  form.elements.Offset.value = before.toString().length + lead;
  document.getElementById(`at-${words.dataset.words}`).checked = true;
  document.getElementById('anchor-words').textContent = form.elements.Quote.value;
  if (!globalThis.Highlight) return;
  CSS.highlights.set('note', new Highlight(range.cloneRange()));
  document.querySelector('.passages').classList.add('narrowed');
});

document.addEventListener('change', event => {
  if (event.target.name !== 'Block') return;
  const form = event.target.form;
  form.elements.Quote.value = '';
  form.elements.Offset.value = 0;
  CSS.highlights?.delete('note');
  document.querySelector('.passages').classList.remove('narrowed');
  document.getElementById('anchor-words').textContent = event.target.closest('label')?.querySelector('[data-words]')?.textContent.trim() ?? event.target.dataset.said;
});

document.addEventListener('click', event => {
  // Also the passage that was offered is chosen once it is pointed at.
  if (event.target.closest('.passage')) document.querySelector('.compose-form').dataset.chosen = '';
  const words = event.target.closest('[data-snippet]');
  const box = words && document.querySelector('.composer textarea');
  if (!box) return;
  box.setRangeText(box.value && !box.value.endsWith('\n') ? ` ${words.dataset.snippet}` : words.dataset.snippet, box.selectionStart, box.selectionEnd, 'end');
  box.focus();
});

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form?.matches('.compose-form')) event.target.form.requestSubmit();
});

document.addEventListener('submit', async event => {
  const form = event.target.closest('.compose-form, .panel .take-back');
  if (!form) return;
  event.preventDefault();
  const status = document.getElementById('send-state');
  status.textContent = status.dataset.sending;
  const words = () => document.getElementById('note-text').value;
  const asked = words();
  const page = await fetchPage(form.action, { method: 'POST', body: new FormData(form) });
  // Not sent: the text stays, and the key with it, so that a note that did arrive is not sent twice.
  if (!page?.getElementById('panel')) {
    status.textContent = status.dataset.failed;
    return;
  }
  const sent = page.querySelector('.flash');
  const typed = words();
  if (sent && form.matches('.compose-form') && typed === asked) forget();
  swap(page, 'panel');
  if (typed !== asked) document.getElementById('note-text').value = typed; // written while the answer was on its way: the beginning of another
  restore();
  announce((sent ?? document.getElementById('panel').querySelector('[role="alert"]'))?.textContent.trim() ?? '');
  document.getElementById('note-text').focus();
});
