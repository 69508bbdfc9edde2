// Says while the name of a course is typed whether it may have it. Without script the same is said after sending.
import { fetchPage } from '../fragment.js';

const pause = 300; // ms without a key before it is asked
const name = document.getElementById('Id');
let timer;

name.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const asked = name.value.trim();
    if (!asked) return document.getElementById('name-said').setAttribute('hidden', '');
    const page = await fetchPage(`${name.dataset.name}?id=${encodeURIComponent(asked)}`);
    const said = page?.getElementById('name-said');
    if (said && asked === name.value.trim()) document.getElementById('name-said').replaceWith(document.adoptNode(said));
  }, pause);
});
