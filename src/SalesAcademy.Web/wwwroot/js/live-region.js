// One polite voice for a page: what changes on screen without focus moving there is said here.
const announcer = document.getElementById('announcer');
const toasts = document.getElementById('toasts');

/** Says a text to a screen reader. An equal text is said again. */
export function announce(text) {
  announcer.textContent = '';
  requestAnimationFrame(() => { announcer.textContent = text; });
}

/** Shows a text at the edge of the page and says it. It stays while the pointer or the focus is on it. */
export function toast(text, { tone = 'plain', seconds = 8 } = {}) {
  const line = document.createElement('p');
  line.className = `toast-line tone-${tone}`;
  line.textContent = text;
  toasts.append(line);
  announce(text);
  const leave = () => line.matches(':hover, :focus-within') ? setTimeout(leave, 1000) : line.remove();
  setTimeout(leave, seconds * 1000);
  return line;
}
