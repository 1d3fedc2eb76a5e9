// Stores what the application answers: deeds, then every page of everybody in both languages, then what is downloaded.
import { existsSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecorded, isTurned, namesRecord, shapeOf } from "./addresses.mjs";
import { assets, forms, isOpen, resolve } from "./html.mjs";
import { normal } from "./normal.mjs";
import { pause, startSite } from "./site.mjs";
import { fileName, keep, told } from "./store.mjs";
import { AllDeeds } from "./trade-deeds.mjs";
import { Visitor } from "./visitor.mjs";
import { each, walk } from "./walk.mjs";

const Languages = ["fa", "en"];

/** A little longer than the pause between two looks at whether firms changed. */
const FirmsSeen = 36_000;

/** @param meanwhile is given a copy of the database, as it is when everything is done that people do */
export async function storeWeb({ program, folder, clock, out, tell, meanwhile }) {
  const database = join(folder, "site.db");

  /** Does something while the application runs, with everybody signed in. */
  const during = async (hour, jobs, act) => {
    const site = await startSite({ program, database, clock, hour, jobs });
    try {
      const people = await enter(site.origin);
      deeds.begin(people, site.quiet);
      await act(people, site);
      Object.values(people).forEach((visitor) => visitor.close());
    } finally {
      await site.close();
    }
  };
  const deeds = new AllDeeds((name, text) => keep(out, join("deeds", fileName(name)), text));

  tell("fills the demonstration");
  await during(0, false, async () => {
    await deeds.ofFirms();
  });
  tell("waits until firms are seen to have changed");
  await during(1, true, async (_, site) => {
    await pause(FirmsSeen);
    await site.quiet();
    tell("does what people do");
    await deeds.ofPeople();
    await deeds.ofTrade();
  });
  const done = join(folder, "done.db");
  for (const beside of ["", "-wal"]) if (existsSync(database + beside)) await copyFile(database + beside, done + beside);
  await Promise.all([during(2, false, (people) => storePages(people, deeds.made, out, tell)), meanwhile(done)]);
}

/** Everybody whom the stand-in page lets in, each with an address of their own, and nobody. */
async function enter(origin) {
  const people = { nobody: new Visitor(origin, "nobody", 2).read("fa") };
  const page = await people.nobody.get("/stand-in");
  const keys = forms(page.text)
    .flatMap((f) => f.fields)
    .filter((f) => f.name === "account")
    .map((f) => f.value);
  if (keys.length === 0) throw new Error("/stand-in offers nobody to come in as");
  for (const [place, key] of keys.entries()) {
    const visitor = new Visitor(origin, key, 3 + place).read("fa");
    const answer = await visitor.submit("/stand-in", "account", { account: key });
    if (answer.status !== 302) throw new Error(`${key} was not let in: ${answer.status}`);
    people[key] = visitor;
  }
  return people;
}

async function storePages(people, made, out, tell) {
  const store = (visitor, language, name, answer, asked = name) =>
    keep(out, join("site", visitor.name, language, fileName(name)), told(asked, answer, { chained: /^\/audit/.test(name) }));

  const walked = new Map();
  const drawn = new Set();
  for (const visitor of Object.values(people)) {
    walked.set(visitor, await walk(visitor, made, (page, answer) => store(visitor, "fa", page.name, answer)));
    for (const asset of walked.get(visitor).assets) drawn.add(asset);
    tell(`${visitor.name}: ${walked.get(visitor).pages.length} addresses`);
  }

  // Records that one found, asked for by the others: what they may not see is stored as well, in one list.
  const shared = [...walked].flatMap(([finder, { pages }]) =>
    pages.filter((p) => namesRecord(p.address) && !isTurned(p.address) && !isRecorded(p.address)).map((p) => ({ ...p, finder })),
  );
  for (const [visitor, { pages }] of walked) {
    const known = new Set(pages.map((p) => p.address));
    const others = [...new Map(shared.filter((p) => !known.has(p.address)).map((p) => [p.address, p])).values()];
    const lines = await each(others, async ({ name, address, finder }) => {
      const { status, headers } = await visitor.get(address);
      return `${finder.name}: ${name}: ${status} ${headers.location ?? ""}`.trim();
    });
    await keep(out, join("site", visitor.name, "addresses of others"), normal(`${lines.join("\n")}\n`));
  }

  tell("everything again in the other language");
  for (const [visitor, { pages }] of walked) {
    visitor.read("en");
    await each(
      pages.filter((p) => !isRecorded(p.address)),
      async (page) => {
        const answer = await visitor.get(page.address);
        if (answer.isPage) for (const asset of assets(answer.text)) drawn.add(asset);
        await store(visitor, "en", page.name, answer);
      },
    );
  }

  tell("what pages are drawn with");
  await storeAssets(people.nobody, drawn, out);
  const metrics = (await people.nobody.get("/metrics")).text.split("\n").filter((line) => /^# \w+ karvan_/.test(line));
  await keep(out, "metrics", `${metrics.join("\n")}\n`);

  tell("empty forms");
  for (const [visitor, { posts }] of walked) {
    for (const language of Languages) {
      visitor.read(language);
      for (const post of posts) await sendEmpty(visitor, post, (name, answer) => store(visitor, language, name, answer));
    }
  }

  tell("what is recorded when it is read");
  for (const [visitor, { pages }] of walked) {
    for (const page of pages.filter((p) => isRecorded(p.address))) {
      await store(visitor, "fa", page.name, await visitor.get(page.address));
    }
  }
}

/** Sends a form as it would be if everything were wiped out; also by each of its other buttons. */
async function sendEmpty(visitor, post, store) {
  const page = await visitor.get(post.address);
  const form = forms(page.text).find((f) => f.method === "post" && f.fields.map((one) => one.name).join() === post.fields);
  if (!form) return;
  const empty = Object.fromEntries(
    form.fields.filter(isOpen).map((f) => [f.name, f.kind === "radio" || f.kind === "checkbox" ? null : ""]),
  );
  for (const action of [form.action, ...form.others]) {
    const answer = await visitor.post(post.address, { ...form, action }, empty);
    const target = shapeOf(resolve(action || post.address, post.address));
    await store(`${shapeOf(post.address)} sent empty to ${target}`, answer);
  }
}

/** Stylesheets and scripts, and what they name in turn. */
async function storeAssets(visitor, drawn, out) {
  for (const address of drawn) {
    const answer = await visitor.get(address);
    const name = address.replace(/\?.*/, "").replace(/\.[0-9a-z]{10}(?=\.\w+$)/, "");
    await keep(out, join("assets", fileName(name)), told("asset", answer));
    if (!/^text\/(?:css|javascript)/.test(answer.headers["content-type"])) continue;
    // A set goes on to what is added to it meanwhile.
    for (const [, script, image] of answer.text.matchAll(/\b(?:from|import)\s*["']([./][^"']+)|url\(["']?([^"')]+)/g)) {
      const found = resolve(script ?? image, address);
      if (found) drawn.add(found);
    }
  }
}
