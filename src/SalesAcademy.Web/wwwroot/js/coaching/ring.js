// Tells a page that nobody looks at of new notes: a count in its title and, where its reader asked for it, one notification on this computer.
const title = document.title;
const key = `note-notifications:${document.querySelector('.app').dataset.reader}`;
const aloud = 150; // ms in which a page that is being looked at says so
const pages = new BroadcastChannel('note-pages');
let count = 0;

/** Whether notifications can be had here, and whether this reader has asked for them. */
export const canNotify = () => 'Notification' in globalThis;
export const notifies = () => canNotify() && Notification.permission === 'granted' && localStorage[key] === 'on';
export const setNotifies = isOn => { localStorage[key] = isOn ? 'on' : 'off'; };

// Somebody who looks at another page of the academy sees the note there.
pages.addEventListener('message', ({ data }) => { if (data === 'looking?' && !document.hidden) pages.postMessage('looking'); });
const isLookedAt = () => new Promise(done => {
  const heard = ({ data }) => { if (data === 'looking') done(true); };
  pages.addEventListener('message', heard);
  pages.postMessage('looking?');
  setTimeout(() => { pages.removeEventListener('message', heard); done(false); }, aloud);
});

/** Tells of a fetched fragment that holds something new, or of what came to the page besides, unless the page is in view or its reader rests. */
export function ring(fragment, here = []) {
  const fresh = here.length + fragment.querySelectorAll('[data-note], .news a').length;
  if (fresh === 0 || !document.hidden || fragment.dataset.quiet) return;
  count += fresh;
  document.title = `(${count}) ${title}`;
  const [words, last] = [fragment.dataset.ring, Math.max(fragment.dataset.last, ...here.map(card => card.dataset.sequence))];
  const url = fragment.querySelector('.news a')?.href ?? location.href;
  // Of several pages the first that gets here tells; the others find that it is told.
  navigator.locks?.request('note-notification', () => notify(words, last, url));
}

async function notify(words, last, url) {
  if (!notifies() || Number(localStorage[`${key}:told`] ?? 0) >= last || await isLookedAt()) return;
  localStorage[`${key}:told`] = last;
  const told = new Notification(words, { tag: 'coaching-note' });
  told.addEventListener('click', () => { focus(); location.assign(url); told.close(); });
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  count = 0;
  document.title = title;
});
