// The fields of an answer: boxes that are ticked, or fields that each hold a value, always in the order of the screen.
const ticks = form => [...form.querySelectorAll('[name=option]')];
const fills = form => [...form.querySelectorAll('[name=fill]')];

/** What is answered, as names and values to be sent: the ticked boxes, or every other field. */
export const fieldsOf = form => [...ticks(form).filter(box => box.checked), ...fills(form)].map(field => [field.name, field.value]);

// A drop-down says by its options what it showed at first: the first of them where none is marked.
const isChanged = field => field.type !== 'hidden' && (field.options
  ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected))
  : field.value !== field.defaultValue);

/** Whether something was ticked, flagged, chosen or written since the page came, be it before its script was at work. */
export const isTouched = form => [...ticks(form), form.elements.flagged].some(box => box && box.checked !== box.defaultChecked)
  || fills(form).some(isChanged);

/** By how many characters a written answer is too long; below zero while there is room. The server counts without the space at its end. */
export const excess = field => field.value.trimEnd().length - Number(field.dataset.most);

export const isAnswered = values => values.some(value => value !== '');

/** Shows these values, as another tab or device has given them. */
export function show(form, values) {
  for (const box of ticks(form)) box.checked = values.includes(box.value);
  fills(form).forEach((field, i) => { field.value = values[i] ?? ''; });
  form.dispatchEvent(new CustomEvent('answer-shown'));
}
