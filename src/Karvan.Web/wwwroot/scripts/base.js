// What the scripts of pages share. Its address has no version, so that all of them get the same one: browsers ask whether it
// changed.
const ZERO = 0x06f0;
export const persian = document.documentElement.lang === 'fa';
export const show = (text) =>
  persian ? String(text).replace(/\d/g, (d) => String.fromCharCode(ZERO + Number(d))) : String(text);
export const latin = (text) =>
  text.replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - ZERO).replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x0660);
export const percent = (number) => `${show(number)}${persian ? '٪' : '%'}`;

const prepared = [];

/** Does something with what a selector finds, now and in every part that comes into the page later. */
export function each(selector, act) {
  const find = (root) => root.querySelectorAll(selector).forEach((found) => act(found));
  prepared.push(find);
  find(document);
}

/** For a part that has just come into the page. */
export const prepare = (root) => prepared.forEach((find) => find(root));

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
