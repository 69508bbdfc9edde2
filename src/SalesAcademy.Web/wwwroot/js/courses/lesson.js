// Tells the server how far a lesson was read. The server decides what that means; "saved" is shown only after its answer.
const lesson = document.querySelector('[data-lesson]');
const passages = [...lesson.querySelectorAll('.text [data-block]')];
const form = lesson.querySelector('form[data-reading]');
const line = lesson.querySelector('.done-when .state-line');
const [onScreen, apart, again] = [1000, 3000, 15000]; // ms: to count as read, between two posts, before another try

const visible = new Map();
const seen = new IntersectionObserver(changes => {
  for (const { target, isIntersecting } of changes) {
    clearTimeout(visible.get(target));
    visible.delete(target);
    if (isIntersecting) visible.set(target, setTimeout(read, onScreen, target));
  }
}, { rootMargin: '0px 0px -10% 0px' });
passages.forEach(passage => seen.observe(passage));

let at = null;
function read(passage) {
  if (document.hidden) return;
  const place = passages.indexOf(passage);
  // Of what is on screen now the last passage is where the reader is.
  if (at && visible.has(at) && passages.indexOf(at) > place) return;
  at = passage;
  const heading = passages.slice(0, place + 1).findLast(block => block.matches('h2'));
  for (const link of lesson.querySelectorAll('.toc ol a')) {
    if (heading && decodeURIComponent(link.hash) === `#${heading.id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  document.dispatchEvent(new CustomEvent('lesson-place', { detail: `lesson:${lesson.dataset.lesson}#${passage.dataset.block}` }));
  waiting = passage.dataset.block;
  soon();
}

// One post at a time and at most one in three seconds; what could not be sent is kept for this reader and sent later.
let [waiting, told, timer, last] = [null, null, null, -apart];
const kept = form && `reading:${form.dataset.reading}:${lesson.dataset.lesson}`;
const soon = () => { timer ??= setTimeout(flush, Math.max(0, last + apart - performance.now())); };

function flush() {
  clearTimeout(timer);
  timer = null;
  if (form && !form.hidden && waiting && waiting !== told) send(told = waiting, false);
}

async function send(passage, late) {
  last = performance.now();
  state('saving', form.dataset.saving);
  const body = new URLSearchParams(new FormData(form));
  body.set('passage', passage);
  body.set('late', late);
  const answer = await fetch(form.action, { method: 'POST', body, keepalive: true, headers: { Accept: 'application/json' } }).catch(() => null);
  if (answer?.ok) return show(await answer.json());
  state('unsaved', form.dataset.unsaved);
  if (answer && answer.status < 500 && answer.status !== 401) return; // edited under the reader: the next page load tells
  localStorage.setItem(kept, passage);
  setTimeout(sendKept, again);
}

function sendKept() {
  const passage = localStorage.getItem(kept);
  if (passage && navigator.onLine) send(passage, true);
}

function show({ percent, saved, standing }) {
  localStorage.removeItem(kept);
  state('saved', saved);
  lesson.querySelector('[data-standing]').textContent = standing;
  for (const part of lesson.querySelectorAll('.done-when .part, [aria-current="page"] .part')) part.setAttribute('stroke-dasharray', `${percent} 100`);
  form.hidden = percent === 100;
}

function state(name, words) {
  line.hidden = false;
  line.dataset.state = name;
  line.lastElementChild.textContent = words;
}

if (form) {
  addEventListener('online', sendKept);
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => document.hidden && flush());
  sendKept();
}

const stopped = lesson.dataset.resume && !location.hash && passages.find(passage => passage.dataset.block === lesson.dataset.resume);
if (stopped) stopped.scrollIntoView({ block: 'center' });

// Single letters can be in a speech user's way: so a switch stands beside them.
const keys = lesson.querySelector('[data-keys]');
const on = keys.querySelector('input');
keys.hidden = false;
on.checked = localStorage.getItem('lesson-keys') !== 'off';
on.addEventListener('change', () => localStorage.setItem('lesson-keys', on.checked ? 'on' : 'off'));
document.addEventListener('keydown', event => {
  if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
  lesson.querySelector({ n: 'a[rel="next"]', p: 'a[rel="prev"]' }[event.key.toLowerCase()] ?? ':not(*)')?.click();
});
