// The parts of a ZIP archive, such as a workbook, by its central directory.
import { inflateRawSync } from "node:zlib";

const End = 0x06054b50;
const Entry = 0x02014b50;

export const isArchive = (bytes) => bytes.length > 22 && bytes.readUInt32LE(0) === 0x04034b50;

/** @returns names and bytes, in the order in which they are listed */
export function partsOf(bytes) {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== End) end--;
  if (end < 0) throw new Error("found no end of the archive");
  const parts = [];
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== Entry) throw new Error("found no entry of the archive where one was said to be");
    const [packed, method] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 10)];
    const [name, extra, remark] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    parts.push({
      name: bytes.toString("utf8", at + 46, at + 46 + name),
      bytes: method === 0 ? content : inflateRawSync(content),
    });
    at += 46 + name + extra + remark;
  }
  return parts;
}
