// Opened without a number, an attempt shows its first open question; once that is answered, coming back would show another. So the address says which it is.
const question = document.querySelector('.sitting[data-question]')?.dataset.question;
if (question && !new URLSearchParams(location.search).has('q')) history.replaceState(null, '', `?q=${question}${location.hash}`);
