// The clock can be hidden by whom it makes nervous. This browser remembers it; what is said at the marks is said all the same.
const kept = 'timer-hidden';

/** Gives a timer its button and shows or hides it as was chosen before. */
export function fold(timer) {
  const button = timer.parentElement.querySelector('.fold');
  if (!button) return;

  const show = hidden => {
    timer.classList.toggle('folded', hidden);
    button.title = hidden ? button.dataset.unfold : button.dataset.fold;
    button.setAttribute('aria-label', button.title);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    const hidden = !timer.classList.contains('folded');
    show(hidden);
    remember(hidden);
  });
  show(remembered());
}

// A browser may forbid storage: then the choice lasts as long as the page.
function remembered() {
  try { return localStorage.getItem(kept) === 'true'; } catch { return false; }
}

function remember(hidden) {
  try { localStorage.setItem(kept, String(hidden)); } catch { /* it lasts as long as the page */ }
}
