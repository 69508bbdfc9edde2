// Words that were typed and places that were reached and not sent, in the stores of this browser: each under the id of whoever they are of.
const beginnings = ['draft:', 'note-draft:', 'session-levels:', 'playback:'];

/** Takes away what was typed by those who are meant; the second part of a key is who typed it. */
export function forgetWordsOf(isMeant) {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store))
      if (beginnings.some(beginning => key.startsWith(beginning)) && isMeant(key.split(':')[1])) store.removeItem(key);
}
