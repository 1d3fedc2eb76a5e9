// node make.mjs CHECKOUT OUT: see ../make.
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandLine } from "./command-line.mjs";
import { compileClock } from "./site.mjs";
import { storeWeb } from "./web.mjs";

const [checkout, out] = process.argv.slice(2);
const built = (project, name) => join(checkout, "artifacts/bin", project, "release", name);
const started = Date.now();
const tell = (words) => console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s: ${words}`);
const folder = await mkdtemp(join(tmpdir(), "stored-output-"));
// However it ends, also from the keyboard: nothing stays but what was stored.
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
const clock = await compileClock(folder);
const commands = new CommandLine({
  program: built("Karvan.Cli", "karvan.dll"),
  checkout,
  folder: join(folder, "commands"),
  clock,
  out,
});
const scored = commands.storeScoring();
await storeWeb({
  program: built("Karvan.Web", "Karvan.Web.dll"),
  folder,
  clock,
  out,
  tell,
  meanwhile: (database) => scored.then(() => commands.storeDatabase(database)),
});
tell("all stored");
