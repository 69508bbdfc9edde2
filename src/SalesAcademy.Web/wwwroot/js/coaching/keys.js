// Keys of the board: n writes, Escape leaves the words where they are, ? lists the keys. Who does not want single keys switches them off.
const off = 'single-keys-off';
const box = () => document.getElementById('note-text');
const list = document.getElementById('keys');
const toggle = list.querySelector('input');
const isTyping = target => target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]');

toggle.checked = localStorage[off] !== 'yes';
toggle.addEventListener('change', () => { localStorage[off] = toggle.checked ? 'no' : 'yes'; });

// Whoever chooses a row by a key goes on in the panel that opens for it.
const chosen = 'board-chosen-by-key';
if (sessionStorage[chosen]) document.querySelector('#panel h2')?.focus();
sessionStorage.removeItem(chosen);

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('#people a.whole')) sessionStorage[chosen] = 'yes';
  if (event.key === 'Escape' && event.target === box()) {
    box().blur();
    document.querySelector('#panel h2')?.focus();
    return;
  }
  if (!toggle.checked || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'n' && box()) {
    event.preventDefault();
    box().focus();
  }
  if (event.key === '?') list.togglePopover();
});
