// Customs files: sent in parts, so that a broken line costs one part and not the file.
import { each, percent } from './base.js';
import { refused, showProgress } from './sending.js';

const PART = 4 * 1024 * 1024;
const LONGEST_PAUSE = 30_000;

async function asked(address, options) {
  const answer = await fetch(address, { credentials: 'same-origin', ...options });
  if (answer.ok || answer.status === 409) {
    return answer.json();
  }
  throw Object.assign(new Error(String(answer.status)), { final: answer.status < 500 });
}

async function sendParts(form, file, to, token, progress) {
  let state = await asked(`${to}?handler=State`);
  for (let pause = 1000; !state.to; ) {
    const done = Math.floor((100 * state.received) / file.size);
    progress.bar.value = done;
    progress.text.textContent = `${percent(done)} ${form.dataset.going}`;
    try {
      state = await asked(`${to}?handler=Parts&from=${state.received}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream', RequestVerificationToken: token },
        body: file.slice(state.received, state.received + PART),
      });
      pause = 1000;
    } catch (fault) {
      if (fault.final) {
        throw fault;
      }
      progress.text.textContent = form.dataset.waiting;
      await new Promise((go) => setTimeout(go, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      state = await asked(`${to}?handler=State`).catch(() => state);
    }
  }
  return state.to;
}

function partsOf(form) {
  const input = form.querySelector('input[type="file"]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [file] = input.files;
    const say = form.dataset;
    const reach = form.querySelector('[name="Reach"]');
    const lost = [
      reach && [reach, reach.value ? '' : say.reach],
      [input, file ? '' : say.choose],
    ].filter(Boolean);
    lost.forEach(([field, text]) => refused(field, text));
    const first = lost.find(([, text]) => text);
    if (first) {
      first[0].focus();
      return;
    }
    if (say.name && (file.name !== say.name || file.size !== Number(say.length))) {
      refused(input, say.other);
      return;
    }
    refused(input, '');
    const button = form.querySelector('button');
    const progress = showProgress(input, say.going);
    button.disabled = true;
    try {
      const token = form.querySelector('[name="__RequestVerificationToken"]').value;
      let to = say.to;
      if (!to) {
        const begin = new FormData();
        begin.append('Reach', reach.value);
        begin.append('name', file.name);
        begin.append('length', String(file.size));
        begin.append('__RequestVerificationToken', token);
        to = (await asked(say.begin, { method: 'POST', body: begin })).to;
        say.to = to;
      }
      window.location.assign(await sendParts(form, file, to, token, progress));
    } catch {
      button.disabled = false;
      progress.remove();
      refused(input, say.refused);
    }
  });
}

each('[data-parts]', partsOf);
