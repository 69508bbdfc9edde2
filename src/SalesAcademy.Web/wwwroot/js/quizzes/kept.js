// Answers the server has not confirmed yet, kept on this device until it has.
const prefix = 'answer:';

/** All kept answers of an attempt, by question number. */
export function keptOf(attempt) {
  return Object.keys(localStorage)
    .filter(key => key.startsWith(`${prefix}${attempt}:`))
    .map(key => [Number(key.slice(key.lastIndexOf(':') + 1)), JSON.parse(localStorage.getItem(key))])
    .filter(([, answer]) => Array.isArray(answer?.fields)); // what another build has kept must not stop this page
}

/** The attempts with kept answers whose names begin so. */
export function keptNames(beginning) {
  return [...new Set(Object.keys(localStorage).filter(key => key.startsWith(`${prefix}${beginning}`)).map(key => key.slice(prefix.length, key.lastIndexOf(':'))))];
}

export function keep(attempt, question, answer) {
  // A full or closed storage must not stop the sending.
  try { localStorage.setItem(`${prefix}${attempt}:${question}`, JSON.stringify(answer)); } catch { }
}

/** Forgets an answer once this very one, or a newer, is stored. */
export function forget(attempt, question, sequence) {
  const key = `${prefix}${attempt}:${question}`;
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  if (kept && kept.sequence <= sequence) localStorage.removeItem(key);
}

export function forgetAll(attempt) {
  for (const [question] of keptOf(attempt)) localStorage.removeItem(`${prefix}${attempt}:${question}`);
}
