// Checks a lesson while it is being written and shows how it would be read. Without script the same stands there after each save.
import { untilFetched } from '../again.js';
import { fetchPage } from '../fragment.js';

const pause = 600; // ms without a key before the text is checked
const form = document.getElementById('editor');
const text = form.elements.text;
const isTouched = () => text.value !== text.defaultValue;
let saving = false;

const check = untilFetched(async () => {
  const body = new FormData(form);
  for (const file of form.querySelectorAll('[type=file]')) body.delete(file.name); // the text alone is checked
  const page = await fetchPage(form.dataset.check, { method: 'POST', body });
  if (!page) return false;
  for (const id of ['findings', 'preview']) {
    const next = page.getElementById(id);
    if (next) document.getElementById(id).replaceWith(document.adoptNode(next));
  }
}, () => true);

// One check at a time: what is typed meanwhile is in the next.
let timer;
let turn = Promise.resolve();
const checkSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { turn = turn.then(() => check()); }, pause);
};
text.addEventListener('input', checkSoon);
if (isTouched()) checkSoon(); // typed before this script had come, or kept by the browser over a reload

// From a fault to its line.
document.getElementById('seen').addEventListener('click', event => {
  const line = event.target.closest('[data-line]');
  if (!line) return;
  const lines = text.value.split('\n');
  const start = lines.slice(0, line.dataset.line - 1).join('\n').length + (line.dataset.line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line.dataset.line - 1]?.length ?? 0));
  text.scrollTop = text.scrollHeight * (line.dataset.line / lines.length) - text.clientHeight / 2;
});

document.addEventListener('keydown', event => {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener('submit', event => {
  if (event.target.dataset.sure && !confirm(event.target.dataset.sure)) event.preventDefault();
  else saving = true;
  // What is in the box goes with every answer, so that nothing that was typed is lost by one.
  const typed = event.target.querySelector('[data-typed]');
  if (typed) [typed.disabled, typed.value] = [!isTouched(), text.value];
});
addEventListener('beforeunload', event => { if (!saving && isTouched()) event.preventDefault(); });
