// The rows of the board: which they are, whether somebody holds them, and what has changed in them.
const rows = table => [...table.querySelectorAll('tr[data-person]')];
const ids = table => rows(table).map(row => row.dataset.person).join();

/** Whether a pointer or the keyboard is among the rows. */
export const isHeld = table => table.matches(':hover') || table.contains(document.activeElement);

export const isOtherOrder = (now, next) => ids(now) !== ids(next);

/** The people who need their manager, by id. */
export const needing = table => new Map(rows(table).filter(row => row.dataset.needs).map(row => [row.dataset.person, row.dataset.needs]));

const eachChange = (now, next, changed) => {
  const older = new Map(rows(now).map(row => [row.dataset.person, row]));
  for (const row of rows(next)) {
    const before = older.get(row.dataset.person);
    [...row.cells].forEach((cell, at) => {
      if (before?.cells[at] && before.cells[at].textContent !== cell.textContent) changed(before.cells[at], cell);
    });
  }
};

/** Marks in the fetched table what differs, so that it fades in. */
export function markChanges(now, next) {
  eachChange(now, next, (_, cell) => cell.classList.add('fresh'));
}

/** Puts new words into the rows as they stand; where the focus is, they stay. */
export function patch(now, next) {
  eachChange(now, next, (cell, fresh) => {
    if (cell.contains(document.activeElement)) return;
    fresh.classList.add('fresh');
    cell.replaceWith(document.adoptNode(fresh));
  });
}
