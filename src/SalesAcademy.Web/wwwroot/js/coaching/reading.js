// A note that stays in view for a moment has been read.
const onScreen = 1500; // ms
const timers = new Map();
const seen = new IntersectionObserver(changes => {
  for (const { target, isIntersecting } of changes) {
    clearTimeout(timers.get(target));
    if (isIntersecting) timers.set(target, setTimeout(read, onScreen, target));
  }
}, { threshold: 0.6 });

function read(card) {
  if (document.hidden) return;
  seen.unobserve(card);
  const body = new FormData();
  body.set('__RequestVerificationToken', card.querySelector('[name="__RequestVerificationToken"]').value);
  fetch(`/coaching/notes/${card.dataset.note}/reading`, { method: 'POST', body, keepalive: true }).catch(() => null);
}

/** Says that the note is read once it has been in view. */
export const watch = card => { if (card.dataset.read === 'false') seen.observe(card); };
for (const card of document.querySelectorAll('[data-note]')) watch(card);
