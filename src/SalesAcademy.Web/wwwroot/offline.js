// Shows what somebody has kept on this device when there is no line. With a line it only looks on.
const files = 'kept-files'; // what kept pages are drawn with

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(lost => kept(request, lost)));
  else if (['style', 'script', 'font', 'image'].includes(request.destination)) event.respondWith(file(request));
});

async function file(request) {
  const answer = await fetch(request).catch(lost => kept(request, lost));
  if (answer.ok && answer.type === 'basic') (await caches.open(files)).put(request, answer.clone());
  return answer;
}

async function kept(request, lost) {
  const answer = await caches.match(request, { ignoreSearch: request.mode === 'navigate' });
  if (!answer) throw lost;
  return answer;
}
