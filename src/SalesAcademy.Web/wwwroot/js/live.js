// The one live connection of a page. It carries signals only: who hears one fetches what is new, under their own rights.
import { untilFetched } from './again.js';
import { ownScript } from './fragment.js';
import { connect, serverLeaves, watchOver } from './line.js';

const longestLeave = 10000; // ms the next page may take on a bad line
const moving = 60000; // a reader who scrolls or types is told of once a minute

const handlers = new Map();
const listeners = new Set();
let place = document.querySelector('[data-place]')?.dataset.place ?? `page:${location.pathname}`;

/** Whether signals arrive, and since when not. */
export const state = { connected: false, pausedSince: null };

/**
 * Calls the handler with the sequence of each signal about the topic, and without one after every connect, since signals may have been missed.
 * One that could not fetch answers false and is called again.
 */
export function on(topic, handler) {
  const hear = untilFetched(handler, () => state.connected && !leaving);
  if (!handlers.has(topic)) handlers.set(topic, []);
  handlers.get(topic).push(hear);
  if (state.connected && !leaving) hear();
}

/** Says which place of the page the reader is at. */
export function here(where) {
  place = where;
  if (state.connected) connection.send('Here', place).catch(() => {});
}

/** Calls the listener when the line goes down or comes back. */
export function onState(listener) {
  listeners.add(listener);
  listener(state);
}

let connection;
const hearAll = () => { if (!leaving) for (const some of handlers.values()) some.forEach(handler => handler()); };

// A page that is being left hears nothing: what it fetched now, nobody would see, and the next page would not fetch it again.
// A download leaves nothing behind, so it listens again soon.
let leaving = false;
addEventListener('beforeunload', () => {
  if (leaving) return;
  leaving = true;
  setTimeout(() => { leaving = false; hearAll(); }, longestLeave);
});

// The library itself comes over a line that may drop: until it is here the page goes on without signals.
const library = document.querySelector('script[src*="/lib/signalr/"]').src;
const load = () => new Promise((loaded, failed) => {
  document.head.append(Object.assign(document.createElement('script'), { src: ownScript(library), onload: loaded, onerror: failed }));
});

async function open() {
  if (!globalThis.signalR) await load();
  connection = new globalThis.signalR.HubConnectionBuilder().withUrl('/live').configureLogging(globalThis.signalR.LogLevel.None).build();
  connection.on('Changed', (topic, sequence) => {
    if (!leaving) handlers.get(topic)?.forEach(handler => handler(sequence));
  });
  connection.on('Leaving', serverLeaves);
  connection.onclose(() => {
    tell(false);
    begin(false);
  });
}

async function begin(isFirst) {
  await connect(async () => {
    if (!connection) await open();
    await connection.start();
  }, () => tell(false), isFirst);
  tell(true);
  here(place);
  hearAll();
}

function tell(connected) {
  if (state.connected === connected && (connected || state.pausedSince)) return;
  state.connected = connected;
  state.pausedSince = connected ? null : state.pausedSince ?? new Date();
  listeners.forEach(listener => listener(state));
}

let toldAt = performance.now();
for (const kind of ['pointerdown', 'keydown', 'scroll']) {
  document.addEventListener(kind, () => {
    if (performance.now() - toldAt < moving) return;
    toldAt = performance.now();
    here(place);
  }, { passive: true, capture: true });
}
// Pages that know more precisely what is in view say so.
document.addEventListener('lesson-place', event => here(event.detail));

watchOver(() => state.connected, () => connection.invoke('Here', place), () => connection.stop());
begin(true);
