// Where the reader is in a recording: told at a pause, at the end, when the page is left, and every fifteen seconds while it plays.
const form = document.querySelector('[data-playback]'); // neither a copy on the device nor a preview has one
const apart = 15000; // ms

export function keepPlace(player, figure) {
  if (!form) return;
  const recording = figure.dataset.recording;
  const edition = player.getAttribute('src').split('/').at(-2);
  const store = `playback:${form.dataset.playback}:${form.getAttribute('action')}:${recording}`;
  let [place, moved, back, last] = [0, false, false, performance.now()];

  function tell(isLeaving = false, ended = false) {
    if (!moved && !ended) return;
    const report = { recording, edition, seconds: player.currentTime.toFixed(1), ended, back };
    [moved, back, last] = [false, false, performance.now()];
    send(report, Date.now(), isLeaving);
  }

  // What could not be told is kept for this reader and told later; of several the last.
  async function send(report, at, isLeaving) {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries({ ...report, ago: Math.max(0, Date.now() - at) })) body.set(name, value);
    const keep = () => localStorage.setItem(store, JSON.stringify({ report, at }));
    if (!navigator.onLine) return keep();
    if (isLeaving) return navigator.sendBeacon(form.action, body) || keep();
    const answer = await fetch(form.action, { method: 'POST', body, keepalive: true, headers: { 'X-Requested-With': 'XMLHttpRequest' } }).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 401) keep();
  }

  function sendKept() {
    const kept = navigator.onLine && localStorage.getItem(store);
    if (!kept) return;
    localStorage.removeItem(store);
    const { report, at } = JSON.parse(kept);
    send(report, at);
  }

  player.addEventListener('timeupdate', () => {
    if (player.seeking || player.paused) return;
    [place, moved] = [player.currentTime, true];
    if (performance.now() - last >= apart) tell();
  });
  player.addEventListener('seeking', () => {
    if (Math.abs(player.currentTime - place) < 1) return;
    back ||= player.currentTime < place;
    [place, moved] = [player.currentTime, true];
  });
  player.addEventListener('pause', () => player.ended || tell());
  player.addEventListener('ended', () => tell(false, true));
  addEventListener('pagehide', () => tell(true));
  document.addEventListener('visibilitychange', () => document.hidden && tell(true));
  addEventListener('online', sendKept);
  sendKept();

  const stopped = document.querySelector(`template[data-place="${CSS.escape(recording)}"]`);
  if (!stopped) return;
  const offer = stopped.content.firstElementChild;
  figure.querySelector('figcaption').after(offer);
  player.addEventListener('play', () => offer.remove(), { once: true });
  if (!stopped.dataset.seconds) return;
  // The player stands where the reader stopped, so that its own button goes on there too.
  player.currentTime = place = Number(stopped.dataset.seconds);
  offer.addEventListener('click', event => {
    if (!event.target.closest('button')) return;
    if ('start' in event.target.closest('button').dataset) player.currentTime = 0;
    player.focus();
    player.play().catch(() => {}); // what cannot be played says so itself
  });
}
