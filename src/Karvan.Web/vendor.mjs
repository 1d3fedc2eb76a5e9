#!/usr/bin/env node
// Fetches what wwwroot/vendor holds: pinned packages, checked by SHA-512, of which only what the pages use is kept.
// Run it by hand when a version or the list of used classes changes; the build never needs it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = {
  tabler: {
    name: '@tabler/core@1.6.1',
    sha512: 'lgmR9gcxRp5JlLxcmRi9Rz85JrEvH6Bz71KnlcPVSa97wtwQNjgSs3g3fxwbAlulHyRMghhIV04QUuW3pqDsIg==',
  },
  vazirmatn: {
    name: 'vazirmatn@33.0.3',
    sha512: 'fbjNc0CMjazZpIegWzz9OHGzI1APFboT+x7ZecXlUCtDe/nkyx7gtCTZnWS/+eeXG7fbfXymCPKJI8EsnM3iqw==',
  },
};

// The classes of Tabler that pages may use. A rule that needs any other class, or a script, is left out.
const classes = new Set(
  `btn btn-primary disabled active form-label form-control form-select form-check form-check-input form-check-label
   form-hint table visually-hidden visually-hidden-focusable`.split(/\s+/),
);

const here = dirname(fileURLToPath(import.meta.url));
const vendor = join(here, 'wwwroot', 'vendor');
const work = mkdtempSync(join(tmpdir(), 'vendor-'));

try {
  const tabler = unpack('tabler');
  const styles = join(vendor, 'tabler-1.6.1');
  mkdirSync(styles, { recursive: true });
  for (const [from, to] of [['tabler.min.css', 'tabler.ltr.css'], ['tabler.rtl.min.css', 'tabler.rtl.css']]) {
    writeFileSync(join(styles, to), reduced(readFileSync(join(tabler, 'dist', 'css', from), 'utf8')));
  }
  // Only the Persian letters and digits: Latin ones come from the reader's own system, which spares half the font.
  const font = unpack('vazirmatn');
  const fonts = join(vendor, 'vazirmatn-33.0.3');
  mkdirSync(fonts, { recursive: true });
  copyFileSync(join(font, 'misc/Non-Latin/fonts/webfonts/Vazirmatn-NL[wght].woff2'), join(fonts, 'vazirmatn.woff2'));
  copyFileSync(join(font, 'OFL.txt'), join(fonts, 'OFL.txt'));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function unpack(key) {
  const { name, sha512 } = packages[key];
  const file = execFileSync('npm', ['pack', '--silent', name], { cwd: work, encoding: 'utf8' }).trim();
  const found = createHash('sha512').update(readFileSync(join(work, file))).digest('base64');
  if (found !== sha512) {
    throw new Error(`${name}: SHA-512 is ${found}, expected ${sha512}.`);
  }
  const folder = join(work, key);
  mkdirSync(folder);
  execFileSync('tar', ['xzf', join(work, file), '-C', folder, '--strip-components=1']);
  return folder;
}

/** The stylesheet without the rules for classes we do not use, and without the variables nothing reads then. */
function reduced(css) {
  const licence = css.match(/\/\*![^]*?\*\//)[0];
  const rules = kept(parse(css.replace('@charset "UTF-8";', '').replace(/\/\*[^]*?\*\//g, '')));
  const used = reached(rules);
  const moves = rules.map((rule) => print(rule)).join('').match(/animation(?:-name)?:[^;}]*/g) ?? [];
  const written = rules
    .filter((rule) => !rule.head.startsWith('@keyframes') || moves.some((m) => m.includes(rule.head.split(' ')[1])))
    .map((rule) => print(rule, used))
    .filter(Boolean)
    .join('\n');
  return `@charset "UTF-8";\n${licence}\n/* Reduced to what these pages use by src/Karvan.Web/vendor.mjs. */\n${written}\n`;
}

/** Rules as {head, body} with text, or {head, rules} for a group. */
function parse(css) {
  const rules = [];
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf('{', at);
    if (open < 0) {
      break;
    }
    const end = closing(css, open);
    const head = css.slice(at, open).trim();
    const body = css.slice(open + 1, end);
    rules.push(/^@(media|supports|layer)/.test(head) ? { head, rules: parse(body) } : { head, body });
    at = end + 1;
  }
  return rules;
}

function closing(css, open) {
  let quote = '';
  for (let depth = 0, at = open; at < css.length; at++) {
    const c = css[at];
    if (quote) {
      quote = c === quote && css[at - 1] !== '\\' ? '' : quote;
    } else if (c === '"' || c === "'") {
      quote = c;
    } else if (c === '{') {
      depth++;
    } else if (c === '}' && --depth === 0) {
      return at;
    }
  }
  throw new Error('The stylesheet ends inside a rule.');
}

function kept(rules) {
  return rules.flatMap((rule) => {
    if (rule.rules) {
      const inner = kept(rule.rules);
      return inner.length ? [{ head: rule.head, rules: inner }] : [];
    }
    if (rule.head.startsWith('@')) {
      return rule.head.startsWith('@property') ? [] : [rule];
    }
    const selectors = parted(rule.head, ',').filter(wanted);
    return selectors.length ? [{ head: selectors.join(','), body: rule.body }] : [];
  });
}

// Dark mode and everything else that hangs on an attribute is decided in our own stylesheet, and scroll bars by the system.
function wanted(selector) {
  const plain = selector.replace(/\[type=[\w-]+\]|\[readonly\]|\[role=button\]|\[multiple\]|\[size[^\]]*\]|\[href\]|\[disabled\]/g, '');
  return (
    selector === ':root,[data-bs-theme=light]' ||
    (!/scrollbar|host|blockquote|kbd|selection/.test(selector) &&
      !/\[(?!data-bs-theme=light\])/.test(plain) && (plain.match(/\.[a-zA-Z][\w-]*/g) ?? []).every((c) => classes.has(c.slice(1))))
  );
}

function parted(text, by) {
  const parts = [''];
  let depth = 0;
  for (const c of text) {
    depth += c === '(' || c === '[' ? 1 : c === ')' || c === ']' ? -1 : 0;
    if (c === by && depth === 0) {
      parts.push('');
    } else {
      parts[parts.length - 1] += c;
    }
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The names of the variables that a rule reads, or that a read variable reads. */
function reached(rules) {
  const set = new Map();
  const used = new Set();
  const read = (text) => [...text.matchAll(/var\((--[\w-]+)/g)].map((m) => m[1]);
  const look = (name) => {
    if (!used.has(name)) {
      used.add(name);
      (set.get(name) ?? []).forEach(look);
    }
  };
  const later = [];
  (function walk(list) {
    for (const rule of list) {
      if (rule.rules) {
        walk(rule.rules);
        continue;
      }
      for (const line of parted(rule.body, ';')) {
        const [, name, value] = line.match(/^(--[\w-]+):([^]*)$/) ?? [];
        if (name) {
          set.set(name, [...(set.get(name) ?? []), ...read(value)]);
        } else {
          later.push(...read(line));
        }
      }
    }
  })(rules);
  later.forEach(look);
  return used;
}

function print(rule, used) {
  if (rule.rules) {
    const inner = rule.rules.map((r) => print(r, used)).join('');
    return inner && `${rule.head}{${inner}}`;
  }
  const lines = rule.head.startsWith('@') ? [rule.body] : parted(rule.body, ';').filter((l) => !used || !l.startsWith('--') || used.has(l.split(':')[0]));
  return lines.length ? `${rule.head}{${lines.join(';')}}` : '';
}
