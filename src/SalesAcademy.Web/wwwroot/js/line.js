// Keeps a line open: it tries for ever, never together with everybody else, and at once when there is a reason to hope.
const first = 2000; // ms in which the first try falls
const scatter = 8000; // ms over which browsers come back to a server that said it goes, or that is still away
const lasting = 10000; // a line that lived that long was a good one
const asleep = 5000; // ms a timer may be late before the machine must have slept
const answer = 5000; // ms in which a living line answers

let tries = 0;
let openedAt = 0;
let leaving = false;
let wake = () => {};

/** The server said that it stops. */
export function serverLeaves() { leaving = true; }

function waitTime() {
  if (leaving) return Math.random() * scatter;
  return tries === 0 ? Math.random() * first : Math.min(scatter, first * 2 ** tries) * (0.5 + Math.random());
}

const pause = ms => new Promise(done => {
  const timer = setTimeout(done, ms);
  wake = () => { clearTimeout(timer); setTimeout(done, Math.random() * 250); };
});

/** Opens the line by trying start until it succeeds; calls failed after each try that did not. */
export async function connect(start, failed, isFirst) {
  if (performance.now() - openedAt > lasting) tries = 0;
  for (let now = isFirst; ; now = false, tries++) {
    if (!now) await pause(waitTime());
    leaving = false;
    try {
      await start();
      break;
    } catch {
      failed();
    }
  }
  wake = () => {};
  openedAt = performance.now();
}

/** Calls look when the page comes back to life with its line seemingly open; look answers whether the other end still does, and drop ends the line if not. */
export function watchOver(isOpen, look, drop) {
  const check = async () => {
    if (!isOpen()) return wake();
    const late = new Promise(done => { setTimeout(done, answer, false); });
    if (!await Promise.race([look().then(() => true, () => false), late])) drop();
  };
  addEventListener('online', check);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) check(); });
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - last > 1000 + asleep) check();
    last = now;
  }, 1000);
}
