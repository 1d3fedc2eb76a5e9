// node compare.mjs OLD NEW: see ../compare.
import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { each } from "./walk.mjs";

/** Of pages with the same difference, so many are named. */
const Named = 8;
const MostLines = 60;

const [old, now] = process.argv.slice(2);
const filesOf = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((e) => e.isFile())
      .map((e) =>
        join(e.parentPath ?? e.path, e.name)
          .slice(folder.length)
          .replace(/^\/+/, ""),
      ),
  );
};
const [before, after] = [await filesOf(old), await filesOf(now)];
const gone = [...before].filter((file) => !after.has(file)).sort();
const come = [...after].filter((file) => !before.has(file)).sort();
const both = [...before].filter((file) => after.has(file)).sort();
if (both.length === 0) {
  console.error(`found no file that is both in ${old} and in ${now}, expected two folders that make has written`);
  process.exit(2);
}
const changed = (
  await each(both, async (file) => ((await readFile(join(old, file))).equals(await readFile(join(now, file))) ? null : file))
).filter(Boolean);

// The same difference on many pages, such as in what frames them all, is printed once.
const differences = new Map();
let count = 0;
for (const file of changed) {
  const lines = difference(file);
  count += lines.filter((line) => /^[-+]/.test(line)).length;
  const key = lines.filter((line) => /^[-+]/.test(line)).join("\n");
  if (!differences.has(key)) differences.set(key, { lines, files: [] });
  differences.get(key).files.push(file);
}
list("gone", gone);
list("come", come);
for (const { lines, files } of differences.values()) {
  const more = files.length > Named ? ` and ${files.length - Named} more` : "";
  console.log(`== ${files.slice(0, Named).join("\n== ")}${more}`);
  console.log(lines.slice(0, MostLines).join("\n"));
  if (lines.length > MostLines) console.log(`… ${lines.length - MostLines} lines more`);
  console.log();
}
const same = both.length - changed.length;
console.log(
  `${same} the same; ${changed.length} differ in ${count} lines, by ${differences.size} different differences; ${gone.length} gone, ${come.length} come`,
);
process.exitCode = changed.length + gone.length + come.length === 0 ? 0 : 1;

function difference(file) {
  const { stdout, status, stderr } = spawnSync("diff", ["-U1", "--text", join(old, file), join(now, file)], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 1) throw new Error(`diff of ${file}: ${stderr}`);
  // The names of the two files stand above already; where in the file it is differs from page to page.
  return stdout
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((line) => line.replace(/^@@.*@@.*$/, "@@"));
}

function list(word, files) {
  for (const file of files) console.log(`== ${word}: ${file}`);
  if (files.length > 0) console.log();
}
