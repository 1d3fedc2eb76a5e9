// What is shown at a field for a file: why it was not taken, and how far its sending is.
import { each, make } from './base.js';

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

// A browser names its button in its own language: here it is named in the reader's.
function named(input) {
  const name = make('span', { class: 'k-file-name', 'aria-hidden': 'true' }, input.dataset.fileNone);
  const button = make('label', { class: 'btn', for: input.id }, input.dataset.fileChoose);
  input.classList.add('k-file-input');
  input.after(make('p', { class: 'k-file-pick' }, button, name));
  input.addEventListener('change', () => {
    name.textContent = [...input.files].map((file) => file.name).join(' · ') || input.dataset.fileNone;
  });
}

each('[data-file-choose]', named);
