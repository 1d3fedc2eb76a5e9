// Stores what the command line says, how it ends and which files it writes.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { customs, Profile } from "./files.mjs";
import { normal } from "./normal.mjs";
import { bareEnvironment, clockOf } from "./site.mjs";
import { digest, fileName, keep, readable } from "./store.mjs";

const Book = "rulebooks/exemplary-exporter/1402.yaml";
const LongestText = 1024 * 1024;

/** Values of six-digit goods by year, two of them of no class. */
const Goods = [
  "year,hs6,value_usd",
  "2022,080251,1000.50",
  "2022,271121,90000",
  "2022,300490,2500",
  "2023,080251,1500",
  "2023,854231,700.25",
  "2023,999999,1",
  "",
];

export class CommandLine {
  #asked = new Map();

  /** @param folder empty; commands run in it, so that they name what they read and write without the place where it lies */
  constructor({ program, checkout, folder, clock, out }) {
    Object.assign(this, { program, checkout, folder, clock, out });
  }

  async prepare() {
    await mkdir(this.folder, { recursive: true });
    await symlink(join(this.checkout, "rulebooks"), join(this.folder, "rulebooks"));
    await writeFile(join(this.folder, "goods.csv"), Goods.join("\n"));
    const book = await readFile(join(this.folder, Book), "utf8");
    await writeFile(
      join(this.folder, "broken.yaml"),
      book.replace(/^year: .*$/m, "yera: 1402").replace(/^total: .*$/m, "total: many"),
    );
    const file = customs("customs.csv", "10380284790", 14030117);
    await writeFile(join(this.folder, file.name), file.bytes);
  }

  /** Everything that needs no database. */
  async storeScoring() {
    await this.prepare();
    await this.#helpOf([]);
    await this.#run(["--version"]);
    await this.#run([]);
    await this.#run(["scor"]);
    await this.#run(["score"]);
    await this.#run(["score", "--rulebook", Book, "--input", "nowhere", "--out", "r"]);
    await this.#run(["demo", "--exporters", "many", "--lines", "1", "--out", "d"]);
    await this.#run(["demo", "--exporters", "60", "--lines", "1500", "--seed", "7", "--faults", "30", "--out", "in"], ["in"]);
    await this.#run(["demo", "--exporters", "60", "--lines", "1500", "--seed", "7", "--out", "in2"]);
    const score = ["score", "--rulebook", Book, "--input", "in"];
    await this.#run([...score, "--out", "r", "--winners", "3"], ["r"]);
    await this.#run(
      [...score, "--out", "r2", "--within", "province+group", "--reading", "value-bounds=upper", "--explain", "none"],
      ["r2"],
    );
    await this.#run([...score, "--out", "r3", "--reading", "no-such=reading"]);
    await this.#run([...score, "--out", "r4", "--winners", "3"], [], { terminal: true });
    const ids = (await readFile(join(this.folder, "r/scores.csv"), "utf8"))
      .split("\n")
      .slice(1, 60)
      .map((line) => /\d{10,11}/.exec(line)?.[0])
      .filter(Boolean);
    for (const id of [ids[0], ids[5], ids[20], ids.at(-1)]) {
      for (const language of ["fa", "en"]) await this.#run(["explain", "--result", "r", "--exporter", id, "--lang", language]);
    }
    await this.#run(["explain", "--result", "r", "--exporter", "1"]);
    await this.#run(["explain", "--result", "r2", "--exporter", ids[0]]);
    await this.#run(["explain", "--result", "nowhere", "--exporter", ids[0]]);
    for (const file of [Book, "broken.yaml", "nowhere.yaml"]) await this.#run(["rulebook", "check", file]);
    for (const file of [Book, "broken.yaml"]) await this.#run(["rulebook", "test", file]);
    await this.#run(["rulebook", "page", Book, "--out", "pages"], ["pages"]);
    await this.#run(["rulebook", "page", Book, "--out", "page-fa", "--lang", "fa"], ["page-fa"]);
    await this.#run(["rulebook", "schema"]);
    await this.#run(["technology", "--input", "goods.csv"]);
    await this.#run(["technology", "--input", "goods.csv", "--rulebook", "broken.yaml"]);
    await this.#run(["technology", "--input", "nowhere.csv"]);
  }

  /** @param database an SQLite file that the application has filled */
  async storeDatabase(database) {
    for (const beside of ["", "-wal"])
      if (existsSync(database + beside)) await copyFile(database + beside, join(this.folder, `karvan.db${beside}`));
    const on = ["--database", "karvan.db"];
    await this.#run(["audit", "verify", ...on]);
    const { stdout } = await this.#run(["audit", "heads", ...on], [], { chained: true });
    await writeFile(join(this.folder, "heads.csv"), stdout);
    await writeFile(join(this.folder, "other.csv"), stdout.replace(/[0-9a-f]{64}/, "0".repeat(64)));
    await this.#run(["audit", "verify", ...on, "--heads", "heads.csv"]);
    await this.#run(["audit", "verify", ...on, "--heads", "other.csv"], [], { chained: true });
    await this.#run(["audit", "verify", "--database", "nowhere.db"]);
    await this.#run(["audit", "verify"]);
    await this.#run(["import", "customs.csv", ...on, "--province", "00"]);
    await this.#run(["import", "customs.csv", ...on, "--province", "99"]);
    await this.#run(["import", "customs.csv", ...on, "--province", "00", "--profile", "none"]);
    await this.#run(["import", "customs.csv", ...on, "--province", "00", "--profile", Profile]);
    await this.#run(["import", "nowhere.csv", ...on, "--province", "00"]);
    const lines = ["import", "in/declarations-1401.csv", ...on];
    await this.#run([...lines, "--province", "country", "--rejected", "rejected.csv"], ["rejected.csv"]);
    await this.#run([...lines, "--province", "08", "--commit"]);
    await this.#run([...lines, "--province", "country", "--commit", "--instead", "999"]);
    await this.#run([...lines, "--province", "country", "--instead", "1"]);
    await this.#run(["backup", ...on, "--out", "one.backup"]);
    await this.#run(["backup", ...on, "--out", "one.backup"]);
    await this.#run(["restore", "--from", "one.backup", "--database", "restored.db"]);
    await this.#run(["restore", "--from", "one.backup", "--database", "restored.db"]);
    await this.#run(["restore", "--from", "one.backup", "--database", "restored.db", "--replace"]);
    await this.#run(["restore", "--from", "goods.csv", "--database", "other.db"]);
    await this.#run(["audit", "verify", "--database", "restored.db"]);
  }

  /** A command's help, and that of the commands it names. */
  async #helpOf(command) {
    const { stdout } = await this.#run([...command, "--help"]);
    const [, below = ""] = stdout.split(/^Commands:\n/m);
    for (const [, name] of below.matchAll(/^  ([a-z]\S*)/gm)) await this.#helpOf([...command, name]);
  }

  /** @param made files and folders that it writes, to be stored too */
  async #run(words, made = [], { terminal = false, chained = false } = {}) {
    // What a terminal is told is told through one that `script` of Debian's bsdutils plays.
    const asked = ["dotnet", this.program, ...words];
    const [program, ...rest] = terminal ? ["script", "-qec", asked.join(" "), "/dev/null"] : asked;
    const child = spawn(program, rest, {
      cwd: this.folder,
      env: { ...bareEnvironment(), ...clockOf(this.clock, 3) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) child[stream].setEncoding("utf8").on("data", (piece) => (said[stream] += piece));
    const code = await new Promise((done, no) => child.once("close", done).once("error", no));
    // Of a line that was written over, only the last state is the same in every run.
    const seen = (text) => text.replace(/[^\n]*\r\u001b\[K/g, "");
    const parts = [
      `$ karvan ${words.join(" ")}`,
      `exit code ${code}`,
      "--- stdout",
      seen(said.stdout),
      "--- stderr",
      seen(said.stderr),
    ];
    for (const file of (await Promise.all(made.map((one) => this.#filesIn(join(this.folder, one))))).flat()) {
      const bytes = await readFile(file);
      parts.push(`--- ${relative(this.folder, file)}`, bytes.length > LongestText ? digest(bytes) : readable(bytes));
    }
    const command = fileName(words.join(" "));
    const times = (this.#asked.get(command) ?? 0) + 1;
    this.#asked.set(command, times);
    const name = times === 1 ? command : `${command} ~${times}`;
    await keep(this.out, join("command-line", name), normal(`${parts.join("\n")}\n`, { chained }));
    return said;
  }

  async #filesIn(path) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((e) => {
      if (e.code === "ENOTDIR") return null;
      if (e.code === "ENOENT") return [];
      throw e;
    });
    return entries
      ? entries
          .filter((e) => e.isFile())
          .map((e) => join(e.parentPath ?? e.path, e.name))
          .sort()
      : [path];
  }
}
