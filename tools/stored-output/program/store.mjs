// Answers as text files: what was asked, the status, the headers, and the body as somebody would see it.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isArchive, partsOf } from "./archive.mjs";
import { normal } from "./normal.mjs";

/** Of the connection, of the moment, or of the machine. */
const Passing = new Set([
  "date",
  "server",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "last-modified",
  "etag",
]);

const LongestName = 180;
const MostBytes = 240;

/** A name that any file system takes, and that says which address it is. */
export function fileName(text) {
  const plain =
    text
      .replace(/^\//, "")
      .replace(/\//g, "_")
      .replace(/[^\p{L}\p{N}\u200c_.,:{}=&?~@+\- ]/gu, (sign) => encodeURIComponent(sign)) || "_";
  if (plain.length <= LongestName && Buffer.byteLength(plain) <= MostBytes) return plain;
  // A Persian letter takes two bytes.
  let begin = plain.slice(0, LongestName - 9);
  while (Buffer.byteLength(begin) > MostBytes - 9) begin = begin.slice(0, -1);
  return `${begin}~${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

export const digest = (bytes) => `${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`;

/** @param place folders and a name; the file gets the ending .txt */
export async function keep(folder, place, text) {
  const path = join(folder, `${place}.txt`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** @param asked what stands above the answer: the address with its record's ids replaced */
export function told(asked, answer, options) {
  const lines = [asked, `${answer.status}`];
  for (const [name, value] of Object.entries(answer.headers).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (Passing.has(name)) continue;
    for (const one of [value].flat())
      lines.push(
        `${name}: ${name === "set-cookie" ? one.replace(/=[^;]*/, "={value}").replace(/expires=[^;]*/, "expires={day}") : one}`,
      );
  }
  return normal(`${lines.join("\n")}\n\n${body(answer)}\n`, options);
}

function body({ bytes, headers }) {
  if (isArchive(bytes))
    return partsOf(bytes)
      .map((part) => `--- ${part.name}\n${readable(part.bytes)}`)
      .join("\n");
  return readable(bytes, headers["content-type"]);
}

/** Text as text, anything else by its length and hash. */
export function readable(bytes, type = "") {
  const text = bytes.toString("utf8");
  const isText =
    !bytes.includes(0) &&
    (/^text\/|json|javascript|xml/.test(type) || Buffer.from(text).equals(bytes)) &&
    !type.startsWith("application/pdf");
  if (!isText) return digest(bytes);
  // Parts of workbooks are one line each: a line a tag tells where two differ.
  return text.startsWith("<?xml") && text.split("\n").length < 5 ? text.replace(/>\s*</g, ">\n<") : text;
}
