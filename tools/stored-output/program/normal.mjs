// What differs between two runs of one build is replaced by what does not. The calendar is the same in both (clock.c), so
// days, hours and the order of lists need nothing.
import { hostname } from "node:os";

const Rules = [
  // Tokens of forms, and whatever else is sealed with the keys of one database.
  [/(name="__RequestVerificationToken" type="hidden" value=")[^"]*/g, "$1{token}"],
  [/CfDJ8(?:[\w+/=-]|%[0-9A-F]{2}|&#x2B;)+/g, "{sealed}"],
  [/(\bname="token" value=")(?!none")[^"]*/gi, "$1{token}"],
  [/\b(token|code)=(?!none)[\w%-]{12,}/g, "$1={token}"],
  // Static files are named by their content, which is stored for itself.
  [/\.[0-9a-z]{10}(?=\.(?:css|js|svg|woff2)\b)/g, ".{print}"],
  // How far the calendar has come depends on how often it was read; the hour does not.
  [/(?<![\d:])([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?![\d:])/g, "$1:{mm}"],
  [/(?<![۰-۹:])([۰-۲][۰-۹]):[۰-۵][۰-۹](?![۰-۹:])/g, "$1:{mm}"],
  [/127\.0\.0\.1:\d{4,5}\b/g, "{host}"],
  // A job's machine and process.
  [new RegExp(`(?<=[>/, ])${hostname()}/\\d+`, "g"), "{process}"],
  // Where the command line ran.
  [/[^\s"'=]*\/stored-output-\w{6}/g, "{folder}"],
  // A backup is packed, and ids pack differently.
  [/\b\d+(?= bytes, \d+ events\b)/g, "{number}"],
  // How long something took.
  [/\b\d+(?= ms\b)/g, "{number}"],
  [/(?<="seconds": )[\d.]+/g, "{number}"],
  // The reference of a fault.
  [/\b00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]\b/g, "{trace}"],
];

const Ids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** Whole, and as lists shorten them. */
const Hashes = /(?<![0-9a-z-])(?:[0-9a-f]{64}|[0-9a-f]{12})(?![0-9a-z])/gi;

/**
 * @param chained whether hashes are those of the record of changes, which begin with random ids; elsewhere they are of files
 * and rulebooks, and stay
 */
export function normal(text, { chained = false } = {}) {
  for (const [pattern, by] of Rules) text = text.replace(pattern, by);
  // By first appearance in the file, so that the same record is the same number in all of it.
  text = numbered(text, Ids, "id");
  return chained ? numbered(text, Hashes, "hash") : text;
}

function numbered(text, pattern, name) {
  const seen = new Map();
  return text.replace(pattern, (found) => {
    const key = found.toLowerCase();
    if (/^[0-]+$/.test(key)) return found;
    if (!seen.has(key)) seen.set(key, `{${name} ${seen.size + 1}}`);
    return seen.get(key);
  });
}
