// Files with a form: too large is said before anything is sent, and sending shows how far it is.
import { each, percent, prepare } from './base.js';
import { refused, showProgress } from './sending.js';

function send(form) {
  const input = form.querySelector('[data-upload]');
  const body = new FormData(form);
  const progress = showProgress(input, input.dataset.going);
  const button = form.querySelector('button');
  const request = new XMLHttpRequest();
  button.disabled = true;
  request.upload.addEventListener('progress', (event) => {
    const done = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
    progress.bar.value = done;
    progress.text.textContent = done < 100 ? `${percent(done)} ${input.dataset.going}` : input.dataset.sent;
  });
  request.addEventListener('load', () => {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    const main = page.querySelector('main');
    const here = new URL(form.action).pathname === new URL(request.responseURL).pathname;
    if (!here || !main) {
      window.location.assign(request.responseURL);
      return;
    }
    // The same page with what is wrong in it: what was typed came back with it.
    document.querySelector('main').replaceWith(main);
    document.title = page.title;
    prepare(main);
    main.querySelector('[role="alert"], h1')?.scrollIntoView();
    main.focus();
  });
  request.addEventListener('error', () => {
    button.disabled = false;
    progress.remove();
    refused(input, input.dataset.broken);
  });
  request.open('POST', form.action);
  request.send(body);
}

function upload(input) {
  const tooLarge = () => [...input.files].some((file) => file.size > Number(input.dataset.largest));
  input.addEventListener('change', () => refused(input, tooLarge() ? input.dataset.tooLarge : ''));
  input.form?.addEventListener('submit', (event) => {
    if (input.files.length === 0 || input.form.method !== 'post') {
      return;
    }
    event.preventDefault();
    if (tooLarge()) {
      refused(input, input.dataset.tooLarge);
      input.focus();
    } else {
      send(input.form);
    }
  });
}

each('[data-upload]', upload);
