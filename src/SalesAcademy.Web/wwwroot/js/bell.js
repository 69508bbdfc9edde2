// The figure on the bell follows the inbox.
import { on } from './live.js';

on('notices', async () => {
  const answer = await fetch('/notices/unread').catch(() => null);
  if (!answer?.ok) return false;
  const unread = await answer.text();
  for (const figure of document.querySelectorAll('[data-unread]')) {
    figure.dataset.unread = figure.textContent = unread;
    figure.hidden = unread === '0';
    const bell = figure.closest('[aria-label]');
    bell.ariaLabel = bell.ariaLabel.replace(/\d+/, unread);
  }
});
