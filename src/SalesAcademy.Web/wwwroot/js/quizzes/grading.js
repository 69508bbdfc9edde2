// Puts what is selected in the answer into the comment as a quote.
const button = document.querySelector('[data-quote]');
const answer = document.querySelector('[data-quotable]');
const comment = document.querySelector('[name=Comment]');

if (button && answer) {
  const { announce } = await import('../live-region.js');
  button.hidden = false;
  // The selection is gone as soon as the button takes the focus.
  button.addEventListener('pointerdown', event => event.preventDefault());
  button.addEventListener('click', () => {
    const selection = getSelection();
    const text = selection.rangeCount && answer.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString().trim() : '';
    if (!text) { announce(button.dataset.quote); return; }
    const before = comment.value.trimEnd();
    comment.value = `${before}${before ? '\n\n' : ''}${text.split('\n').map(line => `> ${line}`).join('\n')}\n`;
    comment.focus();
    comment.setSelectionRange(comment.value.length, comment.value.length);
  });
}
