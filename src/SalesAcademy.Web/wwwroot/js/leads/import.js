// The progress of an import follows the academy's own signals; the page asks for nothing by itself.
import { on } from '../live.js';
import { fetchPage } from '../fragment.js';
import { announce } from '../live-region.js';

let turn = Promise.resolve();

async function refresh() {
  const [now, page] = [document.getElementById('import'), await fetchPage(location.href)];
  const next = page?.getElementById('import');
  if (!now || !next) return;
  const ended = 'running' in now.dataset && !('running' in next.dataset);
  const hadFocus = now.contains(document.activeElement);
  now.replaceWith(document.adoptNode(next));
  if (hadFocus) next.querySelector('a')?.focus();
  if (ended) announce(next.querySelector('[data-ended]')?.textContent ?? '');
}

if ('running' in (document.getElementById('import')?.dataset ?? {})) on('lead-import', () => { turn = turn.then(refresh); });
