// What a lesson plays: its words follow and lead to their moments, its speed is remembered, and where the reader stopped is told to the academy.
import { keepPlace } from './playback.js';

const speed = 'recording-speed';

for (const figure of document.querySelectorAll('.text .recording')) {
  const player = figure.querySelector('video, audio');
  const region = figure.querySelector('.transcript');
  const seeks = [...region.querySelectorAll('.seek')];

  player.defaultPlaybackRate = player.playbackRate = Number(localStorage.getItem(speed)) || 1;
  player.addEventListener('ratechange', () => localStorage.setItem(speed, player.playbackRate));

  const lost = () => figure.classList.add('is-lost');
  if (player.error) lost();
  player.addEventListener('error', lost);
  player.addEventListener('loadedmetadata', () => figure.classList.remove('is-lost'));

  for (const seek of seeks) {
    seek.hidden = false;
    seek.addEventListener('click', () => {
      player.currentTime = seek.dataset.at;
      player.play().catch(() => {}); // what cannot be played says so itself
    });
  }

  // The line being said; scrolled to within its own box, unless somebody is reading or choosing there.
  player.addEventListener('timeupdate', () => {
    const line = seeks.findLast(seek => seek.dataset.at <= player.currentTime + .1)?.parentElement;
    const shown = region.querySelector('[aria-current]');
    if (line === shown) return;
    shown?.removeAttribute('aria-current');
    line?.setAttribute('aria-current', 'true');
    if (line && !region.matches(':hover, :focus-within')) region.scrollTop = line.offsetTop - region.clientHeight / 3;
  });

  keepPlace(player, figure);
}
