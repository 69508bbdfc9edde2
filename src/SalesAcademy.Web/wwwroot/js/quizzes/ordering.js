// Moves items up and down instead of numbering them. The numbered fields stay in the form and are what is sent.
import { announce } from '../live-region.js';

const say = (words, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words);

function button(icon, label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn tool';
  made.setAttribute('aria-label', label);
  made.textContent = icon;
  made.addEventListener('click', act);
  return made;
}

function arrange(list) {
  const fields = [...list.querySelectorAll('[name=fill]')];
  const items = fields.map(field => ({ field, words: field.closest('label').querySelector('span') }));
  const moved = document.createElement('ol');
  moved.className = 'arranged moves';
  const keep = button(list.dataset.keep, list.dataset.keep, number);
  keep.className = 'btn';
  const order = () => [...items].sort((a, b) => (a.field.value === '' ? items.indexOf(a) : a.field.value) - (b.field.value === '' ? items.indexOf(b) : b.field.value));
  let shown = order();

  // Numbers every item in the order that is shown, and lets the form know.
  function number() {
    shown.forEach((item, place) => { item.field.value = `${place}`; });
    fields[0].dispatchEvent(new Event('change', { bubbles: true }));
    keep.hidden = true;
  }

  function move(item, by) {
    const [from, to] = [shown.indexOf(item), shown.indexOf(item) + by];
    if (to < 0 || to >= shown.length) return;
    [shown[from], shown[to]] = [shown[to], shown[from]];
    number();
    draw();
    item.row.querySelectorAll('button')[by < 0 ? 0 : 1].focus();
    announce(say(list.dataset.moved, item.words.textContent, to + 1));
  }

  function draw() {
    moved.replaceChildren(...shown.map((item, place) => {
      const [row, name] = [item.row = document.createElement('li'), item.words.textContent.trim()];
      const [up, down] = [button('↑', say(list.dataset.up, name), () => move(item, -1)), button('↓', say(list.dataset.down, name), () => move(item, 1))];
      up.setAttribute('aria-disabled', place === 0);
      down.setAttribute('aria-disabled', place === shown.length - 1);
      row.append(item.words.cloneNode(true), up, down);
      return row;
    }));
  }

  keep.hidden = fields.some(field => field.value !== '');
  list.hidden = true;
  list.after(moved, keep);
  draw();
  list.closest('form')?.addEventListener('answer-shown', () => { shown = order(); keep.hidden = fields.some(field => field.value !== ''); draw(); });
}

/** Makes every list of the page, or of a part that was put in later, one whose items move. */
export function arrangeAll(root = document) {
  for (const list of root.querySelectorAll('[data-arranged]:not([hidden])')) arrange(list);
}

arrangeAll();
