// A question keeps itself: each change is sent within a second, kept on the device until the server has it, and never doubled.
import './own-address.js';
import './place.js';
import './ordering.js';
import { announce } from '../live-region.js';
import * as fields from './fields.js';
import { keptOf } from './kept.js';
import { Sending } from './sending.js';
import { countDown } from './timer.js';

const form = document.querySelector('[data-attempt]');
const timer = document.querySelector('.timer');
const banner = document.querySelector('[data-unsaved]');
const line = document.querySelector('.state-line');
const segments = document.querySelectorAll('.segments li');
const url = form?.dataset.attempt;
const attempt = url?.slice(url.lastIndexOf('/') + 1);
const own = Number(form?.elements.question?.value);
let sequence = Number(form?.elements.after?.value ?? 0);
let going = false;

const answer = () => ({
  sequence: sequence = Math.max(Date.now(), sequence + 1),
  flagged: form.elements.flagged?.checked ?? false,
  fields: fields.fieldsOf(form),
});

function show(state, { question, at, sequence: stored, values, seconds }) {
  if (state === 'closed') { location.assign(`${url}/result`); return; }
  const long = state === 'long';
  const lost = long || state === 'unsaved' || state === 'stranger';
  if (question === own && line) {
    line.hidden = false;
    line.dataset.state = lost ? 'unsaved' : state;
    line.lastElementChild.textContent = lost ? form.dataset.unsaved : state === 'saving' ? form.dataset.saving : form.dataset.saved.replace('{0}', at);
  }
  if (question === own && state === 'saved' && stored > sequence) take(values, stored);
  segments[question - 1]?.classList.toggle('unsaved', lost);
  if (question === own && state === 'saved') segments[question - 1]?.classList.toggle('answered', fields.isAnswered(values));
  banner.hidden = !(lost || (state === 'saving' && !banner.hidden));
  if (!lost) return;
  banner.querySelector('svg').classList.toggle('visually-hidden', long); // it draws a broken line
  const [head, rest] = [banner.querySelector('b'), banner.querySelector('span span')];
  const what = long ? form.dataset.long.replace('{0}', question) : form.dataset.lost;
  if (head.textContent !== what) head.textContent = what; // an alert that is written anew is read anew
  rest.textContent = long ? form.dataset.shorten : state === 'stranger' ? form.dataset.stranger : form.dataset.again.replace('{0}', seconds);
  banner.querySelector('a').hidden = state !== 'stranger';
}

// Another tab or device has answered later: that answer stands, so it is shown.
function take(values, stored) {
  sequence = stored;
  fields.show(form, values);
}

if (form && 'localStorage' in window) {
  const sending = new Sending(url, attempt, form.elements.__RequestVerificationToken.value, show);
  const kept = keptOf(attempt).find(([question]) => question === own)?.[1];
  if (kept && kept.sequence > sequence) take(kept.fields.map(([, value]) => value), kept.sequence);
  sending.flush();
  addEventListener('online', () => sending.flush());

  const autosaves = form.dataset.answer;
  if (autosaves) {
    let typed = 0;
    const put = () => { clearTimeout(typed); typed = 0; return sending.put(own, answer()); };
    form.addEventListener('change', put);
    form.addEventListener('answer-saved', event => show('saved', { question: own, ...event.detail }));
    // Whoever is faster than the script is heard as well.
    if (!kept && fields.isTouched(form)) put();
    // Kept on the device with every key, and sent half a second after the last one.
    form.addEventListener('input', event => {
      if (!event.target.matches('[name=fill].form-control')) return;
      sending.hold(own, answer());
      clearTimeout(typed);
      typed = setTimeout(put, 500);
    });
    form.addEventListener('submit', () => { if (typed) put(); });
  }
  form.addEventListener('submit', async event => {
    if (going || (!autosaves && !('submit' in form.dataset))) return;
    event.preventDefault();
    const go = event.submitter?.value;
    if (!(await sending.flush())) { announce(banner.querySelector('b').textContent); return; }
    going = true;
    if (autosaves) location.assign(go === '0' ? `${url}/submit` : `${url}?q=${go}`);
    else form.submit();
  });

  if (timer) countDown(timer, async () => {
    await sending.flush();
    going = true;
    const last = document.createElement('form');
    Object.assign(last, { method: 'post', action: `${url}/submit`, hidden: true });
    last.append(form.elements.__RequestVerificationToken.cloneNode());
    document.body.append(last);
    last.submit();
  });
}
