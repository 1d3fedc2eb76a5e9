// What people do before the pages are stored, so that every kind of page has something to show; each answer is stored too.
// What changes firms comes first, while no jobs run: whether firms changed is looked at from time to time, and everything
// should be found in one look.
import { certificate } from "./files.mjs";
import { links } from "./html.mjs";
import { told } from "./store.mjs";

const Legal = "10380284790";
const WrongDigit = "10380284791";
const OtherLegal = "10861123451";
const Telephone = "08632211445";

const isFirm = /^\/enterprises\/[0-9a-f-]{36}$/;

/** @param keep stores an answer under a name */
export class Deeds {
  constructor(keep) {
    this.keep = keep;
    this.number = 0;
    /** Addresses of what came of it, by what it is: everybody asks for them. */
    this.made = {};
  }

  /** @param people visitors by the keys of their accounts; quiet waits for jobs, where any run */
  begin(people, quiet) {
    Object.assign(this, { people, quiet });
  }

  async act(name, who, act) {
    const answer = await act(this.people[who]);
    this.number++;
    await this.keep(`${String(this.number).padStart(2, "0")} ${name}`, told(`${who}: ${name}`, answer));
    if (answer.status >= 400 && answer.status !== 409) console.error(`warning: ${who} ${name}: answered ${answer.status}`);
    await this.quiet();
    return answer;
  }

  /** The address that the page links to, of those that match. */
  async find(who, page, pattern, place = 0) {
    const found = [...new Set(links((await this.people[who].get(page)).text, page).filter((to) => pattern.test(to)))];
    if (!found[place]) throw new Error(`${who}: ${page} has no link ${place + 1} like ${pattern}`);
    return found[place];
  }

  async ofFirms() {
    const register = (answers) => (p) => p.submit("/enterprises/register", "Number", { "Profile.Province": "00", ...answers });
    const profile = {
      "Profile.NameFa": "خشکبار سپیدرود",
      "Profile.NameEn": "Sepidrud Dried Fruit",
      "Profile.Employees": "34",
    };
    const contact = { "Profile.ContactName": "سارا تهرانی", "Profile.ContactPhone": Telephone };
    await this.act("registers a firm by a wrong number", "newcomer", register({ Number: WrongDigit, ...profile, ...contact }));
    const made = await this.act("registers a firm", "newcomer", register({ Number: Legal, ...profile, ...contact }));
    const firm = made.headers.location;
    const twin = {
      "Profile.NameFa": "بازرگانی سپیدرود اراک",
      "Profile.ContactName": "داریوش مهرآرا",
      "Profile.ContactPhone": Telephone,
    };
    await this.act("registers a firm with the same telephone", "promoter", register({ Number: OtherLegal, ...twin }));
    const own = await this.find("firm", "/enterprises", isFirm);
    await this.act("edits", "firm", (p) =>
      p.submit(`${own}/edit`, "Profile.Employees", { "Profile.Employees": "43", "Profile.Sector": "خشکبار" }),
    );
    await this.act("edits an older version", "firm", (p) =>
      p.submit(`${own}/edit`, "Profile.Employees", { Version: "0", "Profile.Employees": "44" }),
    );
    await this.act("invites a colleague", "firm", (p) => p.submit(`${own}/people`, "Email", { Email: "hamkar@example.com" }));
    const question = "کد تعرفهٔ محصول را بنویسید و شمار کارکنان را با فهرست بیمه بسنجید.";
    await this.act("asks a firm", "expert", (p) => p.submit(firm, "Decision", { Decision: "Asked", Remark: question }));
    const waiting = await this.find("expert", "/enterprises?f-state=Waiting", isFirm, 1);
    await this.act("refuses a firm", "expert", (p) =>
      p.submit(waiting, "Decision", { Decision: "Refused", Remark: "شرکت منحل شده است." }),
    );
    await this.act("adds a certificate", "newcomer", (p) =>
      p.submit(
        `${firm}/era/add`,
        "Entry.Number",
        {
          "Entry.Number": "ERA-00-0217",
          "Entry.Score": "72.5",
          "Entry.IssuedOn": "1405/08/01",
          "Entry.ExpiresOn": "1406/08/01",
        },
        certificate("Certificate ERA-00-0217"),
      ),
    );
    const era = await this.find("expert", "/era?f-state=Waiting", /\/era\//);
    await this.act("refuses a certificate", "expert", (p) =>
      p.submit(era, "Decision", { Decision: "Refused", Remark: "مهر خوانا نیست." }),
    );
    const verified = (place) => this.find("expert", "/enterprises?f-state=Verified", isFirm, place);
    const [gone, next] = [await verified(2), await verified(3)];
    const successor = next.split("/").at(-1);
    await this.act("merges two firms", "expert", (p) =>
      p.submit(`${gone}/succession?successor=${successor}`, "Successor", { Successor: successor, Day: "1405/05/01" }),
    );
    Object.assign(this.made, {
      "asked firm": firm,
      "firm of the firm user": own,
      "refused firm": waiting,
      "refused certificate": era,
      "merged firm": gone,
      "its successor": next,
    });
  }

  async ofPeople() {
    await this.act("begins to apply", "newcomer", (p) =>
      p.submit("/promoters/apply/about", "Form.NameEn", { "Form.NameEn": "Sara Tehrani", "Form.Province": "00" }),
    );
    const sent = "/promoters/applications?f-turn=Submitted&sort=age";
    const application = await this.find("expert", sent, /^\/promoters\/applications\/[0-9a-f-]{36}$/);
    const findings = [0, 1, 2, 3, 4, 5].map((i) => [`Findings[${i}].Judgement`, i === 4 ? "Partly" : "Met"]);
    const overall = "بازارهای عراق و عمان را می‌شناسد و برای مروجی مناسب است.";
    await this.act("interviews", "expert", (p) =>
      p.submit(`${application}/interview`, "Overall", {
        HeldOn: "1405/09/09",
        Overall: overall,
        ...Object.fromEntries(findings),
      }),
    );
    await this.act("approves a promoter", "organization", (p) => p.submit(application, "Decision", { Decision: "Approved" }));
    const other = await this.find("organization", sent, /^\/promoters\/applications\/[0-9a-f-]{36}$/, 1);
    await this.act("asks an applicant", "organization", (p) => p.submit(other, "Question", { Question: "سابقه را بنویسید." }));
    await this.act("enters a mission", "organization", (p) =>
      p.submit("/reference/missions/row", "Form.Kind", {
        "Form.Country": "OM",
        "Form.Kind": "Embassy",
        "Form.From": "1405/01/01",
      }),
    );
    const lines = "1406/01/01، نوروز، Nowruz\n1406/01/02، نوروز، Nowruz";
    await this.act("enters holidays with a fault", "organization", (p) =>
      p.submit("/reference/holidays/import", "Lines", { Lines: `${lines}\n1406/13/02، نوروز` }),
    );
    await this.act("enters holidays", "organization", (p) => p.submit("/reference/holidays/import", "Lines", { Lines: lines }));
    const consortium = await this.find("organization", "/consortia", /^\/consortia\/[0-9a-f-]{36}$/, 2);
    await this.act("dissolves a consortium", "organization", (p) =>
      p.submit(`${consortium}/dissolve`, "Last", { Last: "1405/09/01" }),
    );
    await this.act("invites an expert", "administrator", (p) =>
      p.submit("/people/invite", "Email", {
        Email: "karshenas@example.com",
        "Grant.Role": "ProvincialExpert",
        "Grant.Body": "SmallIndustries",
        "Grant.Country": "true",
      }),
    );
    await this.act("signs up", "nobody", (p) =>
      p.submit("/account/sign-up", "FullName", {
        FullName: "پریسا نیک",
        Email: "parisa@example.com",
        Phone: "09120000000",
        Password: "long enough 4 all",
      }),
    );
    await this.act("forgot a password", "nobody", (p) => p.submit("/account/forgot", "Email", { Email: "firm@demo.karvan" }));
    Object.assign(this.made, {
      "interviewed promoter": application,
      "asked applicant": other,
      "dissolved consortium": consortium,
    });
    const pair = await this.find("expert", "/enterprises/duplicates", /^\/enterprises\/duplicates\/./, 1).catch(() => null);
    if (pair) await this.act("tells twins apart", "expert", (p) => p.submit(pair, "Remark", { Remark: "دو شرکت جدا هستند." }));
    await this.act("corrects the firm after the question", "newcomer", (p) =>
      p.submit(`${this.made["asked firm"]}/edit`, "Profile.ProductLines", { "Profile.ProductLines": "081340 برگه زردآلو" }),
    );
  }
}
