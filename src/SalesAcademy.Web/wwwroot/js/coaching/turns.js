// Fetches that many signals ask for.

/** One fetch at a time, and so many ms apart; whatever is told in between is in the next. Answers what the last one answered, false when it failed. */
export function inTurns(fetching, apart) {
  let running = null;
  let again = false;
  async function run() {
    let answer;
    while (again) {
      again = false;
      [answer] = await Promise.all([fetching(), new Promise(done => { setTimeout(done, apart); })]).catch(() => [false]);
    }
    running = null;
    return answer;
  }
  return () => {
    again = true;
    return running ??= run();
  };
}
