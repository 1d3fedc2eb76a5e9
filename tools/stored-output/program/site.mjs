// The application, started from what was built, on a free port with an SQLite file; its calendar is clock.c's.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

const Patience = 600_000;

/** Tests use as many, so that every larger province has firms that wait. */
const Firms = "600";

/** When each start begins, on one day that never changes: ten in the morning in Tehran, and an hour later each time. */
const Begin = Date.UTC(2026, 11, 1, 6, 30) / 1000;

export const clockOf = (library, hour) => ({ LD_PRELOAD: library, KARVAN_CLOCK: String(Begin + hour * 3600) });

/** Nothing set on this machine may be seen in the pages. */
export function bareEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(karvan|aspnetcore|otel|ld_preload)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    DOTNET_TieredPGO: "0",
    DOTNET_CLI_TELEMETRY_OPTOUT: "1",
    DOTNET_NOLOGO: "1",
    TZ: "UTC",
    LANG: "C.UTF-8",
  };
}

/** @param hour which start this is: its calendar begins so many hours after the first one's */
export async function startSite({ program, database, clock, hour, jobs }) {
  const origin = `http://127.0.0.1:${await freePort()}`;
  const said = [];
  const child = spawn("dotnet", [program], {
    // Pages, rulebooks and static files are found from what was built, wherever this stands.
    cwd: dirname(database),
    env: {
      ...bareEnvironment(),
      ...clockOf(clock, hour),
      ASPNETCORE_ENVIRONMENT: "Development",
      ASPNETCORE_URLS: origin,
      Karvan__Demo: "true",
      Karvan__DemoFirms: Firms,
      Karvan__Database: database,
      Karvan__Jobs: String(jobs),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => said.push(piece.toString()));
  const close = async () => {
    process.off("exit", end);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    }
  };
  const until = Date.now() + Patience;
  while (!(await answers(`${origin}/health/ready`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await close();
      throw new Error(`${program} does not start; it said:\n${said.join("").slice(-4000)}`);
    }
    await pause(200);
  }
  return { origin, close, said: () => said.join(""), quiet: () => (jobs ? quiet(origin) : undefined) };
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The library that replaces the calendar, compiled into the folder. */
export async function compileClock(folder) {
  const library = join(folder, "clock.so");
  const source = join(import.meta.dirname, "clock.c");
  const child = spawn("gcc", ["-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"], { stdio: "inherit" });
  const code = await new Promise((done, no) => child.once("exit", done).once("error", no));
  if (code !== 0) throw new Error("clock.c was not compiled");
  return library;
}

/** Waits until no job waits or runs. */
async function quiet(origin) {
  const open = /^karvan_jobs_(?:waiting|running)(?:\{[^}]*\})? (\d+)/gm;
  for (const until = Date.now() + Patience; Date.now() < until; await pause(150)) {
    const text = await (await fetch(`${origin}/metrics`)).text();
    const figures = [...text.matchAll(open)].map(([, number]) => Number(number));
    if (figures.length < 2) throw new Error("/metrics does not tell how many jobs wait and run");
    if (figures.every((number) => number === 0)) return;
  }
  throw new Error("jobs do not come to an end");
}

const answers = (url) =>
  fetch(url).then(
    (r) => r.ok,
    () => false,
  );

function freePort() {
  return new Promise((yes, no) => {
    const server = createServer();
    server.once("error", no);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => yes(port));
    });
  });
}
