// Records a pitch and hands it over as it ends: the answer is saved once the server has the whole of it.
import { announce } from '../live-region.js';
import { handOver } from './handing-over.js';

const place = document.querySelector('[data-pitch]');
const form = place.closest('form');
const { most, play, sending, denied, missing, lost, recording, again } = place.dataset;
const isVideo = place.dataset.pitch === 'video';
const [telling, progress] = [place.querySelector('.telling'), place.querySelector('progress')];
const [start, stop, resend] = ['record', 'stop', 'resend'].map(name => place.querySelector(`[data-${name}]`));
const [playing, preview] = [place.querySelector('.playing'), place.querySelector('.preview')];
const kinds = isVideo ? ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'] : ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'];
let take = null; // what the server does not have yet
let busy = false;

const minutes = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function tell(text, aloud = true) {
  telling.textContent = text;
  if (aloud) announce(text);
}

function show(state) {
  start.hidden = state !== 'idle' && state !== 'lost';
  stop.hidden = state !== 'recording';
  resend.hidden = state !== 'lost';
  progress.hidden = state !== 'sending';
}

async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: isVideo ? { width: 640, height: 360 } : false })
    .catch(error => { tell(error.name === 'NotFoundError' ? missing : denied); return null; });
  if (!stream) return;
  const recorder = new MediaRecorder(stream, { mimeType: kinds.find(kind => MediaRecorder.isTypeSupported(kind)), audioBitsPerSecond: 48_000, videoBitsPerSecond: 700_000 });
  const parts = [];
  recorder.addEventListener('dataavailable', event => parts.push(event.data));
  recorder.addEventListener('stop', () => {
    clearInterval(ticking);
    stream.getTracks().forEach(track => track.stop());
    if (preview) { preview.srcObject = null; preview.hidden = true; }
    take = new Blob(parts, { type: recorder.mimeType });
    busy = false;
    send();
  }, { once: true });
  if (preview) { Object.assign(preview, { srcObject: stream, muted: true, hidden: false }); preview.play(); }
  playing.hidden = true;
  let seconds = 0;
  const ticking = setInterval(() => {
    seconds++;
    tell(recording.replace('{0}', minutes(seconds)).replace('{1}', minutes(Number(most))), seconds % 30 === 0);
    if (seconds >= Number(most)) recorder.stop();
  }, 1000);
  stop.onclick = () => recorder.stop();
  busy = true;
  recorder.start(1000);
  show('recording');
  tell(recording.replace('{0}', minutes(0)).replace('{1}', minutes(Number(most))));
  stop.focus();
}

async function send() {
  show('sending');
  const { status, said } = await handOver(form, take, percent => {
    progress.value = percent;
    tell(sending.replace('{0}', Math.floor(percent)), false);
  });
  if (status === 200 && said?.values) saved(said);
  else if (status === 409) location.assign(`${form.dataset.attempt}/result`);
  else if (status === 422) { take = null; show('idle'); tell(said?.detail ?? lost); }
  else { show('lost'); tell(lost); }
}

function saved(stored) {
  const { at, values: [id] } = stored;
  take = null;
  playing.src = play.replace(/[0-9a-f-]{36}$/, id);
  playing.hidden = false;
  start.querySelector('span').textContent = again;
  show('idle');
  const said = form.dataset.saved.replace('{0}', at);
  tell(said);
  // An answer that is final has more to show.
  if (!form.dataset.answer) location.reload();
  else form.dispatchEvent(new CustomEvent('answer-saved', { detail: stored }));
}

if (navigator.mediaDevices && 'MediaRecorder' in window) {
  start.onclick = record;
  resend.onclick = send;
  addEventListener('online', () => { if (take) send(); });
  // What is not sent yet would be gone with the page.
  addEventListener('beforeunload', event => { if (take || busy) event.preventDefault(); });
  show('idle');
}
