// What of a page leads on: its links, its forms, its stylesheets and scripts. Karvan writes plain markup, for which patterns do.

const Named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export const decode = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : digits ? String.fromCodePoint(Number(digits)) : (Named[name] ?? whole),
  );

function attributes(text) {
  const found = {};
  for (const [, name, , double, single, bare] of text.matchAll(/([^\s"'=<>/]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    found[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? "");
  }
  return found;
}

const words = (markup) =>
  decode(markup.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

/** An address as it stands on a page, as one of this site; null where it leads elsewhere. Letters name the port of an earlier start. */
export function resolve(address, page) {
  const here = new URL(page, "http://127.0.0.1");
  const found = new URL(address, here);
  return found.hostname === here.hostname ? found.pathname + found.search : null;
}

/** Addresses of this site that a page leads to, in the order in which they stand. */
export function links(html, page) {
  const found = [];
  for (const [, , inside] of html.matchAll(/<(a|iframe)\b([^>]*)>/g)) {
    const { href, src } = attributes(inside);
    const to = href ?? src;
    if (to === undefined || to.startsWith("#")) continue;
    const address = resolve(to, page);
    if (address) found.push(address);
  }
  return found;
}

/** Addresses of what a page is drawn with. */
export function assets(html) {
  const found = [];
  for (const [, inside] of html.matchAll(/<(?:link|script|img)\b([^>]*)>/g)) {
    const { href, src } = attributes(inside);
    const to = href ?? src;
    if (to?.startsWith("/")) found.push(to);
  }
  return found;
}

/** Forms with what a browser would send if nobody typed anything. */
export function forms(html) {
  const found = [];
  for (const [, opening, content] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const { method = "get", action, enctype } = attributes(opening);
    const others = [...content.matchAll(/<button\b([^>]*)>/g)].map(([, text]) => attributes(text).formaction).filter(Boolean);
    found.push({ method: method.toLowerCase(), action, others, enctype, fields: fields(content) });
  }
  return found;
}

function fields(content) {
  const found = [];
  const places = /<(input|button)\b([^>]*)>|<(select|textarea)\b([^>]*)>([\s\S]*?)<\/\3>/g;
  for (const [, single, singleText, pair, pairText, inside] of content.matchAll(places)) {
    const { name, value = "", type, checked } = attributes(singleText ?? pairText);
    if (!name) continue;
    if (single === "button") {
      found.push({ name, kind: "button", value });
    } else if (single) {
      const kind = type ?? "text";
      const ticks = kind === "radio" || kind === "checkbox";
      found.push({ name, kind, value: ticks && value === "" ? "on" : value, sent: !ticks || checked !== undefined });
    } else if (pair === "textarea") {
      found.push({ name, kind: pair, value: decode(inside.replace(/^\r?\n/, "")), sent: true });
    } else {
      const options = [...inside.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)].map(([, text, shown]) => {
        const option = attributes(text);
        return { value: option.value ?? words(shown), selected: option.selected !== undefined };
      });
      const chosen = options.find((o) => o.selected) ?? options[0];
      found.push({
        name,
        kind: pair,
        value: chosen?.value ?? "",
        sent: chosen !== undefined,
        options: options.map((o) => o.value),
      });
    }
  }
  return found;
}

/** The kinds that somebody types into or chooses from. */
export const isOpen = ({ kind }) => !["hidden", "button", "submit"].includes(kind);
