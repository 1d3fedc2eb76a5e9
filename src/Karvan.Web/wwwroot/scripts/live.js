// How far a job is, asked again until it is over.
import { each } from './base.js';

const LOOK = 1500;

function live(part) {
  setTimeout(async () => {
    try {
      const answer = await fetch(window.location.href, { credentials: 'same-origin' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector('[data-live]');
      if (!next) {
        window.location.reload();
        return;
      }
      part.querySelector('progress').value = next.querySelector('progress').value;
      const text = part.querySelector('span');
      const told = next.querySelector('span').textContent;
      if (text.textContent !== told) {
        text.textContent = told;
      }
    } catch {
      // The line may be away for a while.
    }
    live(part);
  }, LOOK);
}

each('[data-live]', live);
