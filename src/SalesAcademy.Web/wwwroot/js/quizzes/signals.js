// Tells the server when the page of a question goes out of sight and is seen again, as was said before the start. One note a change; a lost one does not matter.
const page = document.querySelector('[data-signals]');
const token = document.querySelector('[name=__RequestVerificationToken]')?.value;
let [away, going] = [false, false];

function note(kind) {
  const body = new URLSearchParams({ kind, question: page.dataset.question, __RequestVerificationToken: token });
  fetch(page.dataset.signals, { method: 'POST', body, keepalive: true }).catch(() => {});
}

// Going on to the next question hides this page too: that is no leaving.
addEventListener('pagehide', () => { going = true; });
addEventListener('pageshow', () => { going = false; });

document.addEventListener('visibilitychange', () => {
  const hidden = document.visibilityState === 'hidden';
  if (!page || going || hidden === away) return;
  away = hidden;
  note(hidden ? 'Left' : 'Returned');
});
