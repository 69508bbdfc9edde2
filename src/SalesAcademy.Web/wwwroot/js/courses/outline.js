// Moves a lesson by key: Alt with an arrow presses the button of its row that says so. Without script the buttons do the same.
document.addEventListener('keydown', event => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const button = event.target.closest?.('tr')?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) button.click();
});
