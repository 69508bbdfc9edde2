// What is written to somebody and not sent stays in this browser, for that person and what it is about, until it is sent.
const reader = document.querySelector('.app').dataset.reader;
const form = () => document.querySelector('.compose-form');
const box = () => document.getElementById('note-text');
const keyOf = () => `note-draft:${reader}:${form().elements.Person.value}`;

/** Puts a draft back into an empty composer. */
export function restore() {
  if (form() && box() && !box().value) box().value = localStorage[keyOf()] ?? '';
}

/** The note is sent. */
export function forget() {
  if (form()) localStorage.removeItem(keyOf());
}

function keep() {
  if (box().value) localStorage[keyOf()] = box().value;
  else forget();
}

document.addEventListener('input', event => { if (event.target === box()) keep(); });
if (box()?.value) keep(); // typed before this script had come
restore();
