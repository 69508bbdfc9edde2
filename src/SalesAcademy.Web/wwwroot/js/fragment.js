// Pages and fragments come from this site's own server, which encodes every word of a person; that is what the policy below vouches for.
const asIs = { createHTML: html => html, createScriptURL: url => url };
const policy = globalThis.trustedTypes?.createPolicy('own-pages', asIs) ?? asIs;

export const parse = html => new DOMParser().parseFromString(policy.createHTML(html), 'text/html');

/** The address of a script of this site, for a worker or an element. */
export const ownScript = url => policy.createScriptURL(url);

/** The page or fragment at an address as a document, or null when it cannot be had now. */
export async function fetchPage(url, options) {
  const answer = await fetch(url, options).catch(() => null);
  return answer && (answer.ok || answer.status === 422) ? parse(await answer.text()) : null;
}

/** Sends a form and does not follow where the answer leads: an opaque redirect means that it is stored, 401 that the sign-in has ended; null that nobody answered. */
export const post = (url, body) =>
  fetch(url, { method: 'POST', body, redirect: 'manual', headers: { 'X-Requested-With': 'XMLHttpRequest' } }).catch(() => null);
