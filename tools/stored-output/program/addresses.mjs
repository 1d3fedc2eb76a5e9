// Addresses: which are of one kind, which are asked of everybody, which change something.

const Guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** A word of the program stays, what is a record's or typed is replaced: /enterprises/{id}/trade?sort=-value&page={v}. */
export function shapeOf(address) {
  const [path, query] = address.split("?");
  const places = path.replace(Guid, "{id}").replace(/(?<=\/)\d+(?=\/|$)/g, "{n}");
  if (!query) return places;
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${name}=${isWord(name, value) ? value : "{v}"}`);
  return `${places}?${pairs.join("&")}`;
}

/** Tokens may begin with a letter too. */
const isWord = (name, value) => !/token|code/i.test(name) && /^-?[a-z][\w.+-]*$/i.test(value) && !isGuid(value);

const isGuid = (text) => new RegExp(`^${Guid.source}$`, "i").test(text);

/** Whether an address sorts, filters, downloads or turns the pages of a list: one such page of a kind is enough. */
export const isTurned = (address) =>
  /[?&](?:[\w-]+\.)?(?:sort|page|download|f-[\w-]+)=/.test(address) || (/[?&](?:flow|year)=/.test(address) && !isLine(address));

/** A line of customs has no id: it is named by what the file says of it. */
const isLine = (address) => /[?&]declaration=/.test(address);

export const pathOf = (address) => address.split("?")[0];

/** Whether an address names a record, so that others may ask for it who find no link to it. */
export const namesRecord = (address) => new RegExp(Guid.source, "i").test(address) || /\/\d+(\/|$)/.test(address);

/** Reading these is recorded: they are read when all pages are, so that the record of changes is the same on each of them. */
export const isRecorded = (address) => /^\/customs\/[^/]+\/file$|^\/files\/[^/]+(\/inline)?$/.test(address);

/** Forms that change who is asking, or how it looks. */
export const isOfFrame = (action) => ["/sign-out", "/language", "/theme", "/acting", "/stand-in"].includes(action);

const None = "00000000-0000-0000-0000-000000000000";

/** Asked by everybody, whether or not anything leads there. */
export const Fixed = [
  "/",
  "/Index",
  "/sign-in",
  "/sign-in?back=%2Fenterprises",
  "/stand-in",
  "/sign-out",
  "/acting",
  "/account",
  "/account/sign-up",
  "/account/forgot",
  "/account/sessions",
  "/account/password",
  "/account/email",
  "/account/email/confirm",
  "/account/second-factor",
  `/account/confirm?id=${None}`,
  `/account/reset?id=${None}`,
  "/invitation?token=none",
  "/outbox",
  "/people",
  "/people/invite",
  `/people/${None}`,
  "/parts",
  "/problems/fault",
  "/problems/status",
  "/no-such-page",
  "/enterprises",
  "/enterprises/register",
  "/enterprises/duplicates",
  `/enterprises/${None}`,
  `/enterprises/${None}/trade`,
  "/enterprises/no-id",
  "/era",
  "/promoters",
  `/promoters/${None}`,
  "/promoters/applications",
  "/promoters/apply",
  "/promoters/apply/about",
  "/promoters/apply/languages",
  "/promoters/apply/experience",
  "/promoters/apply/education",
  "/promoters/apply/fields",
  "/promoters/apply/contact",
  "/promoters/apply/check",
  "/promoters/apply/leave",
  "/consortia",
  "/consortia/record",
  `/consortia/${None}`,
  "/customs",
  "/customs/new",
  "/customs/profiles",
  "/customs/snapshots",
  `/customs/${None}`,
  `/customs/files/${None}`,
  "/jobs",
  `/jobs/${None}`,
  "/trade",
  "/trade/00",
  "/trade/08",
  "/trade/21",
  "/trade/99",
  "/trade/contests",
  "/reference",
  "/reference/missions",
  "/reference/missions/row",
  "/reference/missions/history",
  "/reference/holidays",
  "/reference/holidays/row",
  "/reference/holidays/import",
  "/reference/product-groups",
  "/reference/product-groups/row",
  "/reference/sizes",
  "/reference/sizes/row",
  "/reference/aliases",
  "/reference/aliases/row",
  "/reference/countries",
  "/reference/provinces",
  "/rulebooks",
  "/rulebooks/exemplary-exporter/1402",
  "/rulebooks/exemplary-exporter/1300",
  "/audit",
  "/audit/heads",
  "/audit/0",
  `/files/${None}`,
  `/files/${None}/view`,
  `/files/${None}/inline`,
  "/health/live",
  "/health/ready",
];
