// Chromium, driven over its debugging pipe: no package is needed for it.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const Patience = 60_000;

/** Starts Chromium; `page(…)` opens a page with cookies of its own, `close()` ends it. */
export async function startChromium() {
  const profile = await mkdtemp(join(tmpdir(), "guides-chromium-"));
  const root = process.getuid() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(
    process.env.CHROMIUM ?? "chromium",
    ["--headless", ...root, "--remote-debugging-pipe", `--user-data-dir=${profile}`, "--no-first-run", "--disable-gpu",
      "--hide-scrollbars", "--disable-background-networking", "--disable-component-update", "--font-render-hinting=none"],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const asked = new Map();
  const listeners = new Set();
  let last = 0;
  let rest = Buffer.alloc(0);
  child.stdio[4].on("data", (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = JSON.parse(rest.subarray(0, end).toString("utf8"));
      rest = rest.subarray(end + 1);
      const answer = asked.get(message.id);
      if (answer) {
        asked.delete(message.id);
        if (message.error) answer.no(new Error(`${answer.method}: ${message.error.message}`));
        else answer.yes(message.result);
      } else {
        for (const listener of listeners) listener(message);
      }
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((yes, no) => {
      asked.set(++last, { yes, no, method });
      child.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return {
    page: (size) => openPage(send, listeners, size),
    async close() {
      const ended = new Promise((done) => child.once("exit", done));
      await send("Browser.close").catch(() => child.kill());
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function openPage(send, listeners, { width, language, origin }) {
  const { browserContextId } = await send("Target.createBrowserContext");
  const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const tell = (method, params) => send(method, params, sessionId);
  await tell("Page.enable");
  await tell("Network.enable");
  await tell("Network.setCookie", { name: "language", value: language, url: origin });
  await tell("Network.setCookie", { name: "theme", value: "light", url: origin });

  /** Does something that opens another page, and waits until that page stands. */
  const leadingOn = async (what, act) => {
    let stop;
    const loaded = new Promise((yes, no) => {
      const late = setTimeout(() => no(new Error(`${what}: no page after ${Patience} ms`)), Patience);
      const listener = (m) => {
        if (m.sessionId === sessionId && m.method === "Page.loadEventFired") yes();
      };
      listeners.add(listener);
      stop = () => {
        clearTimeout(late);
        listeners.delete(listener);
      };
    });
    try {
      await Promise.all([loaded, act()]);
    } finally {
      stop();
    }
    await page.run("document.fonts.ready.then(() => true)");
  };

  const page = {
    async resize(to) {
      await tell("Emulation.setDeviceMetricsOverride", { width: to, height: 900, deviceScaleFactor: 1, mobile: false });
      width = to;
    },
    /** Runs an expression in the page and brings its value back. */
    async run(expression) {
      const { result, exceptionDetails } = await tell("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) {
        throw new Error(`${await page.where()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      }
      return result.value;
    },
    async where() {
      const { result } = await tell("Runtime.evaluate", { expression: "location.pathname + location.search" });
      return result.value;
    },
    go: (path) => leadingOn(path, () => tell("Page.navigate", { url: origin + path })),
    /** Presses what the selector finds, which leads to another page. */
    press: (selector) => leadingOn(selector, () => page.run(`(${find})(${JSON.stringify(selector)}).click()`)),
    /** Answers fields by their names, as somebody would who types. */
    answer: (answers) => page.run(`(${fillIn})(${JSON.stringify(answers)})`),
    async choose(selector, file) {
      const { root } = await tell("DOM.getDocument");
      const { nodeId } = await tell("DOM.querySelector", { nodeId: root.nodeId, selector });
      await tell("DOM.setFileInputFiles", { nodeId, files: [file] });
    },
    /** From one place of the page down to another; where none is named, from its top, and to the end of its main text. */
    async picture({ from, to, most }) {
      const box = await page.run(`(${measure})(${JSON.stringify({ from, to, most })})`);
      const { data } = await tell("Page.captureScreenshot", {
        format: "png",
        captureBeyondViewport: true,
        clip: { x: 0, y: box.top, width, height: box.bottom - box.top, scale: 1 },
      });
      return Buffer.from(data, "base64");
    },
    close: () => send("Target.disposeBrowserContext", { browserContextId }),
  };
  await page.resize(width);
  return page;
}

// The following run in the page.

function find(selector) {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`found nothing at ${selector}`);
  return found;
}

function fillIn(answers) {
  for (const [name, value] of Object.entries(answers)) {
    const fields = [...document.getElementsByName(name)].filter((f) => f.type !== "hidden");
    if (fields.length === 0) throw new Error(`found no field ${name}`);
    for (const field of fields) {
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = value === true || [value].flat().includes(field.value);
      } else {
        field.value = value;
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  document.activeElement?.blur();
}

function measure({ from, to, most }) {
  const place = (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`found nothing at ${selector}`);
    return found.getBoundingClientRect();
  };
  const written = () => {
    const text = document.createRange();
    text.selectNodeContents(document.querySelector("main"));
    return text.getBoundingClientRect();
  };
  const air = 16;
  window.scrollTo(0, 0);
  const whole = document.documentElement.scrollHeight;
  const top = from ? Math.max(0, Math.floor(place(from).top - air)) : 0;
  const bottom = Math.min(whole, Math.ceil((to ? place(to) : written()).bottom + air), top + (most ?? whole));
  return { top, bottom };
}
