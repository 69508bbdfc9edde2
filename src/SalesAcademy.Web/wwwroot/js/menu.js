// <details> opens and closes a menu by itself. This closes it as people expect: Escape, a press elsewhere, focus gone.
const open = () => document.querySelectorAll('details.menu[open]');

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of open()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
  }
});

for (const kind of ['pointerdown', 'focusin']) {
  document.addEventListener(kind, event => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
}
