// Counts what is chosen on the desk; choosing and exporting work without it.
const form = document.querySelector('form.desk');
const all = form?.querySelector('[data-all]');
const chosen = form?.querySelector('[data-chosen]');
const boxes = form ? [...form.querySelectorAll('input[name="id"]')] : [];

function count() {
  const number = boxes.filter(box => box.checked).length;
  chosen.textContent = chosen.dataset.chosen.replace('{0}', number);
  all.checked = number === boxes.length;
  all.indeterminate = number > 0 && number < boxes.length;
}

if (form) {
  all.hidden = false;
  all.addEventListener('change', () => {
    boxes.forEach(box => { box.checked = all.checked; });
    count();
  });
  form.addEventListener('change', count);
  count();
}
