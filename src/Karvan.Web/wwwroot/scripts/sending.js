// What is shown at a field for a file: why it was not taken, and how far its sending is.
import { make } from './base.js';

export const refused = (input, text) => {
  const old = input.parentElement.querySelector('[data-upload-error]');
  old?.remove();
  input.classList.toggle('is-invalid', Boolean(text));
  if (text) {
    input.before(make('div', { class: 'k-error', role: 'alert', 'data-upload-error': '' }, make('p', {}, text)));
  }
};

/** @param say What the line says at first. */
export function showProgress(input, say) {
  const bar = make('progress', { max: '100', value: '0', 'aria-label': say });
  const text = make('span', { 'aria-live': 'polite' }, say);
  const line = make('p', { class: 'k-upload' }, bar, text);
  input.after(line);
  return { bar, text, remove: () => line.remove() };
}
