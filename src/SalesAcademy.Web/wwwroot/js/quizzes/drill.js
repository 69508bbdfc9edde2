// An answer of the drill is kept on this device until the server has it, and sent again when the line is back. The server takes each once.
import './place.js';
import { announce } from '../live-region.js';
import { keptNames } from './kept.js';
import { Sending } from './sending.js';

const url = '/quizzes/drill';
const page = document.querySelector('[data-drill]');
const banner = page?.querySelector('[data-unsaved]');
const form = page?.querySelector('form[data-commit]');
const token = document.querySelector('[name=__RequestVerificationToken]')?.value;
// Whose answer it is stands in its name: another person at this device never sends it.
const prefix = `drill/${page?.dataset.drill}/`;
const number = form?.elements.question.value;
const own = form && `${prefix}${form.elements.day.value}/${number}`;
const sendings = new Map();
let arrived = false;

function tell(head, rest = '', signIn = false) {
  banner.hidden = !head;
  banner.querySelector('b').textContent = head;
  banner.querySelector('span span').textContent = rest;
  banner.querySelector('a').hidden = !signIn;
}

function show(name, state) {
  const said = banner.dataset;
  if (state === 'unsaved') tell(said.lost, said.again);
  if (state === 'stranger') tell(said.lost, said.stranger, true);
  if (state === 'saved' && name === own) location.assign(`${url}?q=${number}`);
  if (state === 'saved') arrived = true;
  // Refused: with the question open its page says why, later only that it came too late.
  if (state === 'closed' && name === own) form.submit();
  else if (state === 'closed') tell(said.late);
}

function sendingOf(name) {
  if (!sendings.has(name)) sendings.set(name, new Sending(url, name, token, state => show(name, state)));
  return sendings.get(name);
}

async function sendKept() {
  const sent = await Promise.all(keptNames(prefix).map(name => sendingOf(name).flush()));
  if (sent.length > 0 && sent.every(Boolean) && arrived && !form) location.reload();
}

function ask() {
  const said = form.querySelector('[data-asks]') ?? document.createElement('p');
  Object.assign(said, { className: 'banner tone-attention', textContent: form.dataset.missing });
  said.dataset.asks = '';
  form.querySelector('.sitting-foot').before(said);
  announce(form.dataset.missing);
}

if (page && 'localStorage' in window) {
  form?.addEventListener('submit', event => {
    event.preventDefault();
    const given = [...new FormData(form, event.submitter)].filter(([name, value]) => name !== 'question' && !name.startsWith('__') && typeof value === 'string');
    if (!given.some(([name, value]) => name !== 'day' && value)) return ask();
    form.querySelector('[data-asks]')?.remove();
    sendingOf(own).put(Number(number), { sequence: Date.now(), flagged: false, fields: given });
  });
  addEventListener('online', sendKept);
  sendKept();
}
