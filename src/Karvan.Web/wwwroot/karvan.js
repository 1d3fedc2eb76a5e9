// Only adds: every page and form works without it. A solar calendar for day fields, menus that close, files on their way,
// how far a job is.
const ZERO = 0x06f0;
const DAY = 86_400_000;
const TEHRAN = 3.5 * 3_600_000;
const persian = document.documentElement.lang === 'fa';
const show = (text) => (persian ? String(text).replace(/\d/g, (d) => String.fromCharCode(ZERO + Number(d))) : String(text));
const latin = (text) =>
  text.replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - ZERO).replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x0660);

/** The day, counted from 1970, on which a solar year of 1210 to 1634 begins: leap years come 8 in 33. */
function newYear(year) {
  const n = year - 1210;
  const solarLeaps = 294 + Math.floor(n / 33) * 8 + Math.floor(((n % 33) + 3) / 4);
  const gregorian = year + 621;
  const leaps = Math.floor(gregorian / 4) - Math.floor(((Math.floor(gregorian / 100) + 1) * 3) / 4) - 150;
  return Date.UTC(gregorian, 2, 20 + solarLeaps - leaps) / DAY;
}

const firstOf = (year, month) => newYear(year) + (month - 1) * 31 - Math.max(0, month - 7);
const lengthOf = (year, month) => (month < 12 ? firstOf(year, month + 1) : newYear(year + 1)) - firstOf(year, month);

function solar(day) {
  let year = new Date(day * DAY).getUTCFullYear() - 621;
  year -= day < newYear(year) ? 1 : 0;
  let month = 12;
  while (day < firstOf(year, month)) {
    month--;
  }
  return { year, month, day: day - firstOf(year, month) + 1 };
}

/** The day that a typed text means, in either calendar; null where it means none. */
function read(typed) {
  const [year, month, day] = latin(typed).split(/[^\d]+/).filter(Boolean).map(Number);
  if (!day || month < 1 || month > 12) {
    return null;
  }
  if (year > 1634) {
    return Date.UTC(year, month - 1, day) / DAY;
  }
  return year >= 1210 && day <= lengthOf(year, month) ? firstOf(year, month) + day - 1 : null;
}

const two = (number) => String(number).padStart(2, '0');
const today = () => Math.floor((Date.now() + TEHRAN) / DAY);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function icon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of [['viewBox', '0 0 20 20'], ['width', '20'], ['height', '20'], ['aria-hidden', 'true']]) {
    svg.setAttribute(name, value);
  }
  line.setAttribute('class', 'k-line');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function calendar(field) {
  const input = field.querySelector('input');
  if (input.disabled || input.readOnly) {
    return;
  }
  const say = field.dataset;
  const [months, days, letters] = [say.months, say.days, say.letters].map((list) => list.split('|'));
  const open = make('button', { type: 'button', class: 'k-date-open', 'aria-label': say.open, 'aria-expanded': 'false' });
  open.append(icon('M3 5h14v12H3zM3 9h14M7 2.5v4M13 2.5v4'));
  const box = make('div', { class: 'k-calendar', role: 'dialog', 'aria-label': say.open, hidden: '' });
  const title = make('span', { 'aria-live': 'polite' });
  const button = (label, path, step) => {
    const made = make('button', { type: 'button', 'aria-label': label });
    made.append(icon(path));
    made.addEventListener('click', () => move(step));
    return made;
  };
  const [back, ahead] = persian ? ['m8 5 5 5-5 5', 'm12 5-5 5 5 5'] : ['m12 5-5 5 5 5', 'm8 5 5 5-5 5'];
  const [farBack, farAhead] = persian
    ? ['m5 5 5 5-5 5M11 5l5 5-5 5', 'm15 5-5 5 5 5M9 5l-5 5 5 5']
    : ['m15 5-5 5 5 5M9 5l-5 5 5 5', 'm5 5 5 5-5 5M11 5l5 5-5 5'];
  const head = make(
    'div',
    { class: 'k-calendar-head' },
    make('span', {}, button(say.yearBefore, farBack, -12), button(say.before, back, -1)),
    title,
    make('span', {}, button(say.after, ahead, 1), button(say.yearAfter, farAhead, 12)),
  );
  const body = make('tbody');
  const names = make('tr', {}, ...letters.map((letter, i) => make('th', { scope: 'col', abbr: days[i] }, letter)));
  box.append(head, make('table', {}, make('thead', {}, names), body));
  field.append(open, box);

  let at = today();

  function draw(focus) {
    const { year, month } = solar(at);
    const first = firstOf(year, month);
    const chosen = read(input.value);
    title.textContent = `${months[month - 1]} ${show(year)}`;
    body.replaceChildren();
    // Weeks begin on Saturday; the day 2 of 1970 was one.
    let row = make('tr');
    for (let i = 0; i < (((first - 2) % 7) + 7) % 7; i++) {
      row.append(make('td'));
    }
    for (let day = first; day < first + lengthOf(year, month); day++) {
      if (row.children.length === 7) {
        body.append(row);
        row = make('tr');
      }
      const pick = make('button', { type: 'button', tabindex: day === at ? '0' : '-1', 'aria-pressed': String(day === chosen) });
      pick.textContent = show(day - first + 1);
      if (day === today()) {
        pick.setAttribute('aria-current', 'date');
      }
      pick.addEventListener('click', () => choose(day));
      row.append(make('td', {}, pick));
    }
    body.append(row);
    if (focus) {
      body.querySelector('[tabindex="0"]').focus();
    }
  }

  function move(monthsAhead, focus = false) {
    const { year, month, day } = solar(at);
    const count = year * 12 + month - 1 + monthsAhead;
    const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
    if (y > 1210 && y < 1634) {
      at = firstOf(y, m) + Math.min(day, lengthOf(y, m)) - 1;
      draw(focus);
    }
  }

  function choose(day) {
    const { year, month, day: number } = solar(day);
    input.value = show(`${year}/${two(month)}/${two(number)}`);
    input.dispatchEvent(new Event('change', { bubbles: true }));
    close();
    input.focus();
  }

  function close() {
    box.hidden = true;
    open.setAttribute('aria-expanded', 'false');
  }

  open.addEventListener('click', () => {
    if (!box.hidden) {
      close();
      return;
    }
    at = read(input.value) ?? today();
    box.hidden = false;
    open.setAttribute('aria-expanded', 'true');
    draw(true);
  });
  field.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !field.contains(event.relatedTarget)) {
      close();
    }
  });
  document.addEventListener('pointerdown', (event) => field.contains(event.target) || close());
  box.addEventListener('keydown', (event) => {
    const side = persian ? -1 : 1;
    const steps = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -side, ArrowRight: side };
    if (event.key === 'Escape') {
      close();
      open.focus();
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      move((event.key === 'PageUp' ? -1 : 1) * (event.shiftKey ? 12 : 1), true);
    } else if (event.key in steps && body.contains(document.activeElement)) {
      at += steps[event.key];
      draw(true);
    } else {
      return;
    }
    event.preventDefault();
  });
}

// A menu of the header closes when one looks elsewhere.
document.addEventListener('pointerdown', (event) => {
  document.querySelectorAll('.k-desk .k-menu[open]').forEach((menu) => menu.contains(event.target) || menu.removeAttribute('open'));
});
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' ? document.activeElement?.closest('.k-menu[open]') : null;
  if (menu) {
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
  }
});

// Files: too large is said before anything is sent, and sending shows how far it is.
const refused = (input, text) => {
  const old = input.parentElement.querySelector('[data-upload-error]');
  old?.remove();
  input.classList.toggle('is-invalid', Boolean(text));
  if (text) {
    input.before(make('div', { class: 'k-error', role: 'alert', 'data-upload-error': '' }, make('p', {}, text)));
  }
};

function showProgress(form) {
  const input = form.querySelector('[data-upload]');
  const say = input.dataset;
  const bar = make('progress', { max: '100', value: '0', 'aria-label': say.going });
  const text = make('span', { 'aria-live': 'polite' }, say.going);
  const line = make('p', { class: 'k-upload' }, bar, text);
  input.after(line);
  return { bar, text, remove: () => line.remove() };
}

function send(form) {
  const input = form.querySelector('[data-upload]');
  const body = new FormData(form);
  const progress = showProgress(form);
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

const percent = (number) => `${show(number)}${persian ? '٪' : '%'}`;

function uploads(root) {
  root.querySelectorAll('[data-upload]').forEach((input) => {
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
  });
}

// Customs files: sent in parts, so that a broken line costs one part and not the file.
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
    if (!file) {
      refused(input, say.choose);
      return;
    }
    if (say.name && (file.name !== say.name || file.size !== Number(say.length))) {
      refused(input, say.other);
      return;
    }
    refused(input, '');
    const button = form.querySelector('button');
    const bar = make('progress', { max: '100', value: '0', 'aria-label': say.going });
    const text = make('span', { 'aria-live': 'polite' }, say.going);
    const line = make('p', { class: 'k-upload' }, bar, text);
    input.after(line);
    button.disabled = true;
    try {
      const token = form.querySelector('[name="__RequestVerificationToken"]').value;
      let to = say.to;
      if (!to) {
        const begin = new FormData();
        begin.append('Reach', form.querySelector('[name="Reach"]').value);
        begin.append('name', file.name);
        begin.append('length', String(file.size));
        begin.append('__RequestVerificationToken', token);
        to = (await asked(say.begin, { method: 'POST', body: begin })).to;
        say.to = to;
      }
      window.location.assign(await sendParts(form, file, to, token, { bar, text }));
    } catch {
      button.disabled = false;
      line.remove();
      refused(input, say.refused);
    }
  });
}

// How far a job is, asked again until it is over.
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

function prepare(root) {
  root.querySelectorAll('[data-parts]').forEach(partsOf);
  root.querySelectorAll('[data-live]').forEach(live);
  root.querySelectorAll('[data-date]').forEach(calendar);
  uploads(root);
}

prepare(document);
