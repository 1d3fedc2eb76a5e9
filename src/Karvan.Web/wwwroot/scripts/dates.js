// A solar calendar for day fields.
import { each, latin, make, persian, show } from './base.js';

const DAY = 86_400_000;
const TEHRAN = 3.5 * 3_600_000;

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

each('[data-date]', calendar);
