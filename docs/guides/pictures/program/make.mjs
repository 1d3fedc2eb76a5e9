// node make.mjs ROOT OUT [fa|en] [NAME …]: every picture in both languages, or only the language and those named.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startChromium } from "./chromium.mjs";
import { reduce } from "./png.mjs";
import { walks } from "./walks.mjs";
import { startSite } from "./site.mjs";

const Desktop = 1280;
const Largest = 150 * 1024;

const Languages = ["fa", "en"];

const [root, out, ...words] = process.argv.slice(2);
const asked = words.filter((w) => Languages.includes(w));
const only = words.filter((w) => !Languages.includes(w));
const chromium = await startChromium();
const faults = [];
try {
  for (const language of asked.length > 0 ? asked : Languages) {
    await mkdir(join(out, language), { recursive: true });
    const site = await startSite(root);
    try {
      for (const walk of walks) await take(walk, site, language);
    } finally {
      await site.close();
    }
  }
} finally {
  await chromium.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** One role from its sign-in on. A walk that breaks leaves the others going, and is told at the end. */
async function take({ who, go }, { origin }, language) {
  const page = await chromium.page({ width: Desktop, language, origin });
  const shoot = async (name, crop = {}) => {
    if (only.length > 0 && !only.includes(name)) return;
    if (crop.width) await page.resize(crop.width);
    const png = reduce(await page.picture(crop));
    if (crop.width) await page.resize(Desktop);
    await writeFile(join(out, language, `${name}.png`), png);
    console.error(`${language}/${name}.png ${Math.ceil(png.length / 1024)} KiB`);
    if (png.length > Largest) faults.push(`${language}/${name}.png: found ${png.length} bytes, expected at most ${Largest}`);
  };
  try {
    if (who) {
      await page.go("/stand-in");
      await page.press(`button[name=account][value=${who}]`);
    }
    await go(page, shoot, language);
  } catch (fault) {
    faults.push(`${language}, ${who ?? "visitor"}: ${fault.message}`);
  } finally {
    await page.close();
  }
}
