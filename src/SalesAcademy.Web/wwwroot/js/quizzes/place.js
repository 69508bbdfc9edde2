// Tells the live connection which quiz or drill is open, never what it asks. Without the connection nothing is missing.
const place = document.querySelector('[data-place]')?.dataset.place;
if (place) import('../live.js').then(live => live.here(place)).catch(() => {});
