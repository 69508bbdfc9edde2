// One polite voice for a page: what changes on screen without focus moving there is said here.
const announcer = document.getElementById('announcer');
const toasts = document.getElementById('toasts');
const most = 3; // more would hide what they stand on

/** Says a text to a screen reader. An equal text is said again. */
export function announce(text) {
  announcer.textContent = '';
  requestAnimationFrame(() => { announcer.textContent = text; });
}

/** Shows a text, or what is given for it, at the edge of the page and says it. It stays while the pointer or the focus is on it, and goes by its button. */
export function toast(text, { tone = 'plain', seconds = 8, content = text } = {}) {
  const line = document.createElement('p');
  line.className = `toast-line tone-${tone}`;
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'toast-close', textContent: '×', ariaLabel: toasts.dataset.close });
  close.addEventListener('click', () => line.remove());
  line.append(content, close);
  toasts.append(line);
  while (toasts.children.length > most) toasts.firstElementChild.remove();
  announce(text);
  const leave = () => line.matches(':hover, :focus-within') ? setTimeout(leave, 1000) : line.remove();
  setTimeout(leave, seconds * 1000);
}
