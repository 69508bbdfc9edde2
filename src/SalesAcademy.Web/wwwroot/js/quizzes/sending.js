// Sends answers until the server has them: "Saved" is said only after its answer.
import { keep, forget, forgetAll, keptOf } from './kept.js';

const attempts = [2, 4, 8, 12];

/** Sends the kept answers of one attempt. `show(state, detail)` is told saving, saved, unsaved, stranger, long or closed. */
export class Sending {
  #tries = 0; #timer = 0; #running = null; #again = false;

  constructor(url, attempt, token, show) { Object.assign(this, { url, attempt, token, show }); }

  /** Keeps an answer that is still being written; `put` follows. */
  hold(question, answer) {
    keep(this.attempt, question, answer);
    this.show('saving', { question });
  }

  put(question, answer) {
    keep(this.attempt, question, answer);
    this.#tries = 0;
    return this.flush();
  }

  /** Resolves to true when nothing is left to send. */
  flush() {
    clearTimeout(this.#timer);
    if (this.#running) { this.#again = true; return this.#running; }
    // What was put while the last look at the kept answers was over, but not yet told, is sent as well.
    return this.#running = this.#all().finally(() => { this.#running = null; }).then(isEmpty => this.#again ? this.flush() : isEmpty);
  }

  async #all() {
    let isEmpty = true;
    do {
      this.#again = false;
      for (const [question, answer] of keptOf(this.attempt)) {
        this.show('saving', { question });
        const outcome = await this.#one(question, answer);
        if (outcome === 'unsaved') this.#retry(question);
        if (outcome === 'long') isEmpty = false;
        else if (outcome !== 'saved') return outcome === 'closed';
      }
    } while (this.#again);
    return isEmpty;
  }

  async #one(question, answer) {
    const body = new URLSearchParams([['question', question], ['sequence', answer.sequence], ['flagged', answer.flagged], ...answer.fields]);
    const reply = await fetch(`${this.url}/answers`, {
      method: 'POST', body, headers: { Accept: 'application/json', RequestVerificationToken: this.token }, signal: AbortSignal.timeout(8000),
    }).catch(() => null);
    if (reply?.ok && !reply.redirected) {
      const stored = await reply.json();
      forget(this.attempt, question, stored.sequence);
      this.#tries = 0;
      this.show('saved', { question, ...stored });
      return 'saved';
    }
    // Too long to be stored: it stays here until it is shortened.
    if (reply?.status === 422 && (await reply.clone().json().catch(() => null))?.title === 'answer-too-long') {
      this.show('long', { question });
      return 'long';
    }
    // Closed, or refused for good: the page of the attempt knows what stands.
    if ([404, 409, 422].includes(reply?.status)) {
      forgetAll(this.attempt);
      this.show('closed', { question });
      return 'closed';
    }
    if (reply && (reply.redirected || reply.status === 400 || reply.status === 401)) {
      this.show('stranger', { question });
      return 'stranger';
    }
    return 'unsaved';
  }

  #retry(question) {
    const seconds = attempts[Math.min(this.#tries++, attempts.length - 1)];
    this.show('unsaved', { question, seconds });
    this.#timer = setTimeout(() => this.flush(), seconds * 1000);
  }
}
