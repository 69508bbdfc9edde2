// Keeps a course on this device, to be read where there is no line: its pages, and what they are drawn with.
import { ownScript, parse } from '../fragment.js';

const files = 'kept-files'; // offline.js reads them
const box = document.querySelector('[data-keep]');
const own = `kept:${box.dataset.person}:`; // what somebody else has kept on this device goes as soon as it is another's
const name = own + box.dataset.keep;
const pages = box.dataset.pages.split(' ');
const bar = box.querySelector('progress');
const said = box.querySelector('[role=status]');
const [keep, drop] = box.querySelectorAll('button');

async function get(url) {
  const answer = await fetch(url);
  // A page that leads elsewhere is not the one that was asked for: the sign-in has ended, or the course has closed.
  if (!answer.ok || answer.redirected) throw new Error(url);
  return answer;
}

const isOwn = url => new URL(url, location).origin === location.origin;

/** Puts a file into the cache, and of a module those that it imports. */
async function putFile(cache, url, seen) {
  if (seen.has(url) || !isOwn(url)) return;
  seen.add(url);
  const answer = await get(url);
  await cache.put(url, answer.clone());
  if (!url.includes('/js/')) return;
  for (const [, module] of (await answer.text()).matchAll(/from '(\.[^']+)'/g)) await putFile(cache, new URL(module, new URL(url, location)).href, seen);
}

async function keepAll() {
  const [fresh, drawn, seen] = [`${name}:new`, await caches.open(files), new Set()];
  const cache = await caches.open(fresh);
  for (const page of [location.pathname, ...pages]) {
    const answer = await get(page);
    const text = await answer.clone().text();
    await cache.put(page.split('?')[0], answer);
    const drawnWith = parse(text).querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]');
    for (const part of drawnWith) await putFile(drawn, part.getAttribute('src') ?? part.getAttribute('href'), seen);
    bar.value++;
  }

  // All or nothing: what was kept before stays until the new is whole.
  const whole = await caches.open(name);
  for (const request of await cache.keys()) await whole.put(request, await cache.match(request));
  await caches.delete(fresh);
}

async function show(words = '') {
  const kept = await caches.has(name);
  drop.hidden = !kept;
  bar.hidden = true;
  keep.disabled = false;
  if (kept) keep.querySelector('span').textContent = keep.dataset.again;
  said.textContent = words || (kept ? box.dataset.done : '');
}

keep.addEventListener('click', async () => {
  [keep.disabled, bar.hidden, bar.value, said.textContent] = [true, false, 0, ''];
  try {
    await navigator.serviceWorker.register(ownScript('/offline.js'), { scope: '/courses/' });
    await keepAll();
    await navigator.storage?.persist?.();
    await show();
  } catch {
    await caches.delete(`${name}:new`);
    await show(box.dataset.failed);
  }
});

drop.addEventListener('click', async () => {
  await caches.delete(name);
  await tidy();
  await show(box.dataset.gone);
  keep.focus();
});

/** Takes away what is another's, and with the last course all the rest. */
async function tidy() {
  const courses = (await caches.keys()).filter(key => key.startsWith('kept:'));
  for (const key of courses) if (!key.startsWith(own)) await caches.delete(key);
  if (courses.some(key => key.startsWith(own))) return;
  await caches.delete(files);
  await (await navigator.serviceWorker.getRegistration('/courses/'))?.unregister();
}

if (navigator.serviceWorker && globalThis.caches) {
  await tidy();
  box.hidden = false;
  await show();
}
