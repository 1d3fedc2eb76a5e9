// Breadth first from the start page and the fixed addresses over links and forms of method GET. Of addresses of one shape a few
// are opened, in the order in which they stand on the pages, so that the same records are opened in every run.
import { Fixed, isOfFrame, isRecorded, isTurned, namesRecord, pathOf, shapeOf } from "./addresses.mjs";
import { assets, forms, isOpen, links, resolve } from "./html.mjs";

/** Of one shape, in all and from pages of one shape: lists filtered by state then show a record of each state. */
const Most = 4;
const MostFromOneShape = 2;

/** Choices of a filter: of a list, and of a list of one record. */
const MostOptions = 6;
const MostOptionsOfRecord = 2;

/** What is typed into a filter: a letter of most names, a day, and no day. */
const Words = "ا";
const Days = ["1404/01/01", "x"];

const AtOnce = 3;

/** Does the same with each, a few at a time, and gives what came of it in their order. */
export async function each(list, act) {
  const done = new Array(list.length);
  let next = 0;
  const hand = async () => {
    while (next < list.length) {
      const mine = next++;
      done[mine] = await act(list[mine], mine);
    }
  };
  await Promise.all(Array.from({ length: AtOnce }, hand));
  return done;
}

/**
 * @param made addresses to be opened besides the fixed ones, by name
 * @param keep is given what was opened, and its answer
 * @returns pages: what was opened, each with a name of its own and its address; posts: forms to send empty; assets
 */
export async function walk(visitor, made, keep) {
  const [seen, counts, looked] = [new Set(), new Map(), new Set()];
  const walked = { pages: [], posts: [], assets: new Set() };
  const count = (key) => counts.set(key, (counts.get(key) ?? 0) + 1).get(key);

  let level = [...Fixed.map((address) => [address, address]), ...Object.entries(made)].map(([name, address]) => ({
    name,
    address,
  }));
  for (const { address } of level) seen.add(address);
  const offer = (address, from, name) => {
    if (seen.has(address)) return;
    const shape = name ?? shapeOf(address);
    if (
      (counts.get(shape) ?? 0) >= (name || isTurned(address) ? 1 : Most) ||
      (counts.get(`${from} > ${shape}`) ?? 0) >= MostFromOneShape
    )
      return;
    seen.add(address);
    count(`${from} > ${shape}`);
    const number = count(shape);
    level.push({ name: number === 1 ? shape : `${shape} ~${number}`, address });
  };

  while (level.length > 0) {
    const opened = level;
    level = [];
    walked.pages.push(...opened);
    const answers = await each(
      opened.filter((page) => !isRecorded(page.address)),
      async (page) => {
        const answer = await visitor.get(page.address);
        await keep(page, answer);
        return { page, answer };
      },
    );
    for (const { page, answer } of answers) {
      const from = shapeOf(page.address);
      if (answer.headers.location) {
        const to = resolve(answer.headers.location, page.address);
        if (to) offer(to, from);
      }
      if (!answer.isPage) continue;
      const html = answer.text;
      for (const asset of assets(html)) walked.assets.add(asset);
      // A list turned to another side leads to records, and to the other sides that its first side leads to as well.
      const turned = isTurned(page.address);
      for (const address of links(html, page.address)) {
        if (!turned || !(isTurned(address) || pathOf(address) === pathOf(page.address))) offer(address, from);
      }
      if (turned) continue;
      for (const form of forms(html)) {
        if (form.method === "post") noteForm(form, page);
        else if (!looked.has(`${from} ${form.action}`)) {
          looked.add(`${from} ${form.action}`);
          for (const [name, address] of asked(form, page.address)) offer(address, from, name);
        }
      }
    }
  }
  return walked;

  /** Only what is filled in: nothing comes of an empty one but what is missing. */
  function noteForm(form, page) {
    const target = resolve(form.action || page.address, page.address);
    if (isOfFrame(target) || !form.fields.some(isOpen)) return;
    const key = `${shapeOf(page.address)} > ${shapeOf(target)}`;
    if (looked.has(key)) return;
    looked.add(key);
    walked.posts.push({ name: key, address: page.address, fields: form.fields.map((f) => f.name).join(), index: 0 });
  }
}

/** Each choice of a form, one at a time, everything else as it stands. */
function* asked(form, page) {
  const path = resolve(form.action || page, page);
  const sent = form.fields.filter((f) => f.sent).map((f) => [f.name, f.value]);
  const bare = pathOf(path);
  for (const field of form.fields.filter(isOpen)) {
    const most = namesRecord(bare) ? MostOptionsOfRecord : MostOptions;
    const values = field.options ? field.options.filter((v) => v !== field.value).slice(0, most) : typed(field);
    for (const [place, value] of values.entries()) {
      const query = new URLSearchParams(sent.map(([name, old]) => [name, name === field.name ? value : old]));
      yield [`${shapeOf(bare)} with ${field.name} ${place + 1}`, `${bare}?${query}`];
    }
  }
}

function typed({ name, kind, value }) {
  if (kind === "checkbox" || kind === "radio") return [value];
  return /(?:from|to)$/i.test(name) ? Days : [Words];
}
