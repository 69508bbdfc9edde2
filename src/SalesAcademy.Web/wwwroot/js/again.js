// A signal comes once. A node that is full for a moment must not cost the page what it told.
const soonest = 1000; // ms until what could not be fetched is tried again, then twice as long each time
const latest = 30000; // ms

/** The handler, called again while it answers false and the line is open: a line that comes back asks by itself. */
export function untilFetched(handler, isConnected) {
  let isDue = false;
  async function hear(sequence, wait = soonest) {
    if (await handler(sequence) !== false || isDue || !isConnected()) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      if (isConnected()) hear(undefined, Math.min(2 * wait, latest));
    }, wait * (0.5 + Math.random()));
  }
  return sequence => hear(sequence);
}
