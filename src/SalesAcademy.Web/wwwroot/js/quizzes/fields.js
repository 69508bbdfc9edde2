// The fields of an answer: boxes that are ticked, or fields that each hold a value. What they hold is one list of strings either way.
const ticks = form => [...form.querySelectorAll('[name=option]')];
const fills = form => [...form.querySelectorAll('[name=fill]')];

/** The name under which the values are sent, and the values in the order of the screen. */
export function valuesOf(form) {
  const boxes = ticks(form);
  return boxes.length > 0
    ? { name: 'option', values: boxes.filter(box => box.checked).map(box => box.value) }
    : { name: 'fill', values: fills(form).map(field => field.value) };
}

export const isAnswered = values => values.some(value => value !== '');

/** Shows these values, as another tab or device has given them. */
export function show(form, values) {
  for (const box of ticks(form)) box.checked = values.includes(box.value);
  fills(form).forEach((field, i) => { field.value = values[i] ?? ''; });
  form.dispatchEvent(new CustomEvent('answer-shown'));
}
