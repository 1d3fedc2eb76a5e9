// Reduces a picture of a page to at most 256 colours: text and flat areas lose nothing that can be seen, and files get small.
import { deflateSync, inflateSync } from "node:zlib";

const Most = 256;
const Signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced, as Chromium writes it */
export function reduce(png) {
  const { width, height, pixels } = read(png);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const { palette, places } = choose(counts);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x]);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([
    Signature,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The commonest colours that are not too near to one another; every other one goes to the nearest of them. */
function choose(counts) {
  const byCount = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  let palette = byCount;
  for (let apart = 0; palette.length > Most; apart += 12) {
    palette = [];
    for (const colour of byCount) {
      if (palette.every((p) => distance(p, colour) > apart)) palette.push(colour);
      if (palette.length > Most) break;
    }
  }
  const places = new Map();
  for (const colour of byCount) {
    let best = 0;
    let near = Infinity;
    for (let i = 0; i < palette.length && near > 0; i++) {
      const apart = distance(palette[i], colour);
      if (apart < near) [best, near] = [i, apart];
    }
    places.set(colour, best);
  }
  return { palette, places };
}

function distance(a, b) {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

function read(png) {
  let width = 0;
  let height = 0;
  let step = 0;
  const data = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === "IDAT") data.push(body);
    if (type !== "IHDR") continue;
    width = body.readUInt32BE(0);
    height = body.readUInt32BE(4);
    step = { 2: 3, 6: 4 }[body[9]] ?? 0;
    if (body[8] !== 8 || step === 0 || body[12] !== 0) {
      throw new Error(`found a PNG of ${body[8]} bits and colour type ${body[9]}, expected 8 bits RGB or RGBA, not interlaced`);
    }
  }
  const raw = inflateSync(Buffer.concat(data));
  const pixels = new Uint32Array(width * height);
  const size = width * step;
  let above = Buffer.alloc(size);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (size + 1)];
    const line = raw.subarray(y * (size + 1) + 1, (y + 1) * (size + 1));
    for (let i = 0; i < size; i++) {
      const left = i >= step ? line[i - step] : 0;
      const corner = i >= step ? above[i - step] : 0;
      line[i] += [0, left, above[i], (left + above[i]) >> 1, paeth(left, above[i], corner)][filter];
    }
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] = (line[x * step] << 16) | (line[x * step + 1] << 8) | line[x * step + 2];
    }
    above = line;
  }
  return { width, height, pixels };
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function chunk(type, body) {
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  whole.write(type, 4, "latin1");
  body.copy(whole, 8);
  whole.writeUInt32BE(crc(whole.subarray(4, 8 + body.length)), 8 + body.length);
  return whole;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
