// The site with a fresh demonstration, in a temporary SQLite file on a free port.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const Patience = 600_000;
const Firms = "400";

export async function startSite(root) {
  const folder = await mkdtemp(join(tmpdir(), "guides-site-"));
  const origin = `http://127.0.0.1:${await freePort()}`;
  const said = [];
  const child = spawn("dotnet", [join(root, "artifacts/bin/Karvan.Web/release/Karvan.Web.dll")], {
    cwd: join(root, "src/Karvan.Web"),
    env: {
      ...process.env,
      ASPNETCORE_ENVIRONMENT: "Development",
      ASPNETCORE_URLS: origin,
      Karvan__Demo: "true",
      Karvan__DemoFirms: Firms,
      Karvan__Database: join(folder, "guides.db"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => said.push(piece.toString()));
  const close = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  const until = Date.now() + Patience;
  while (!(await answers(`${origin}/health/ready`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await close();
      throw new Error(`the site does not start; it said:\n${said.join("").slice(-4000)}`);
    }
    await new Promise((done) => setTimeout(done, 300));
  }
  return { origin, close };
}

const answers = (url) => fetch(url).then((r) => r.ok, () => false);

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
