// Forms that are sent without leaving the page. Why one was refused stands in it, above what was typed.
import { parse, post } from '../fragment.js';
import { announce } from '../live-region.js';

export const quietly = (done, failed) => document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-quiet]');
  if (!form) return;
  event.preventDefault();
  const answer = await post(form.action, new FormData(form));
  if (answer?.type === 'opaqueredirect') {
    mark(form, null);
    form.reset();
    form.elements._key.value = crypto.randomUUID();
    delete form.dataset.dirty;
    done();
  } else if (answer?.status === 422) mark(form, parse(await answer.text()));
  else announce(failed());
});

function mark(form, page) {
  form.querySelector(':scope > [role="alert"]')?.remove();
  const why = page?.querySelector('#session > [role="alert"]');
  why?.querySelector('a')?.remove();
  if (why) form.prepend(document.adoptNode(why));
  for (const field of form.elements) {
    const wrong = page?.getElementById(field.id)?.ariaInvalid;
    if (wrong) field.ariaInvalid = wrong;
    else field.removeAttribute('aria-invalid');
  }
  form.querySelector('[aria-invalid]')?.focus();
}
