// The progress of what goes on without the page follows the academy's own signals; the page asks for nothing by itself.
import { on } from './live.js';
import { fetchPage } from './fragment.js';
import { announce } from './live-region.js';

const place = '[data-progress]';
let turn = Promise.resolve();

async function refresh() {
  const [now, page] = [document.querySelector(place), await fetchPage(location.href)];
  const next = page?.querySelector(place);
  if (!now || !next) return;
  const ended = 'running' in now.dataset && !('running' in next.dataset);
  const hadFocus = now.contains(document.activeElement);
  now.replaceWith(document.adoptNode(next));
  if (hadFocus) next.querySelector('a')?.focus();
  if (ended) announce(next.querySelector('[data-ended]')?.textContent ?? '');
}

const { progress, running } = document.querySelector(place)?.dataset ?? {};
if (running !== undefined) on(progress, () => { turn = turn.then(refresh); });
