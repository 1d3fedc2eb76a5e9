// Who goes where, and what is photographed on the way. The walks build on one another: the firm that the newcomer
// registers is the one the expert asks, and its answer is the event the auditor opens.

import { customsFile } from "./customs.mjs";
import { registrationNotice } from "./notice.mjs";

const Firm = "خشکبار سپیدرود";
const Legal = "10380284790";
const OtherLegal = "10861123451";
const WrongDigit = "10380284791";
const Telephone = "08632211445";
const Phone = 390;
const Tall = 980;

const question = {
  fa: "کد تعرفهٔ محصول را بنویسید و شمار کارکنان را با فهرست بیمه بسنجید.",
  en: "Please name the tariff code of your product, and check the number of employees.",
};

const overall = {
  fa: "بازارهای عراق و عمان را می‌شناسد و برای مروجی مناسب است.",
  en: "Knows the markets of Iraq and Oman; suited to the work.",
};

const reason = {
  fa: "تلفن گم شده؛ هویت با نامهٔ اداره روشن شد.",
  en: "Phone lost; identity shown by a letter of the office.",
};

/** A solar day, so many days from today, as forms take it. */
function solar(days) {
  const parts = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(new Date(Date.now() + days * 86_400_000));
  const part = (type) => parts.find((p) => p.type === type).value;
  return `${part("year")}/${part("month")}/${part("day")}`;
}

/** The application that the expert of the province interviews and the Organization decides on. */
let interviewed;

const linkIn = (page, selector, words = "") =>
  page.run(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].find(a => a.textContent.includes(${JSON.stringify(words)}))?.getAttribute("href")`,
  );

/** Waits for work that goes on behind a page. */
async function until(page, selector) {
  const path = await page.where();
  for (let tries = 60; !(await page.run(`Boolean(document.querySelector(${JSON.stringify(selector)}))`)); tries--) {
    if (tries === 0) throw new Error(`${path}: found nothing at ${selector} after a minute`);
    await new Promise((go) => setTimeout(go, 1000));
    await page.go(path);
  }
}

/** Follows the first link of a place whose words hold those given. */
async function follow(page, selector, words) {
  const href = await linkIn(page, selector, words);
  if (!href) throw new Error(`${await page.where()}: found no link ${selector} “${words ?? ""}”`);
  await page.go(href);
}

const firmPage = (page) => page.go("/enterprises").then(() => follow(page, "main table a[href^='/enterprises/']"));

export const walks = [
  {
    who: null,
    async go(page, shoot) {
      await page.go(`/promoters?Words=${encodeURIComponent("پسته")}`);
      await shoot("visitor-promoters", { most: Tall });
      await page.go("/rulebooks");
      await shoot("visitor-rulebooks", { most: Tall });
      await page.go("/reference/missions");
      await shoot("visitor-missions", { width: Phone, most: 1100 });
    },
  },
  {
    who: "newcomer",
    async go(page, shoot) {
      await page.go("/enterprises/register");
      await page.answer({
        Number: WrongDigit,
        "Profile.NameFa": Firm,
        "Profile.NameEn": "Sepidrud Dried Fruit",
        "Profile.Province": "00",
        "Profile.Employees": "34",
        "Profile.ContactName": "سارا تهرانی",
        "Profile.ContactPhone": Telephone,
      });
      await page.press("main form button.btn-primary");
      await shoot("firm-register", { most: Tall });
      await page.answer({ Number: Legal });
      await page.choose("#File", await registrationNotice());
      await page.press("main form button.btn-primary");
    },
  },
  {
    // What a verified firm does. Then the same telephone under another name: the expert finds a possible duplicate.
    who: "firm",
    async go(page, shoot) {
      await page.go("/");
      await firmPage(page);
      const firm = await page.where();
      await page.go(`${firm}/trade`);
      await shoot("firm-trade", { most: Tall });
      await page.go(`${firm}/era/add`);
      await page.answer({ "Entry.Number": "ERA-00-0217", "Entry.Score": "72.5", "Entry.IssuedOn": solar(-40), "Entry.ExpiresOn": solar(325) });
      await shoot("firm-era", { most: Tall });
      await page.go(`${firm}/people`);
      await page.answer({ Email: "hamkar@example.com" });
      await shoot("firm-people", { most: Tall });
      await page.go("/enterprises/register");
      await page.answer({
        Number: OtherLegal,
        "Profile.NameFa": "بازرگانی سپیدرود اراک",
        "Profile.Province": "00",
        "Profile.ContactName": "داریوش مهرآرا",
        "Profile.ContactPhone": Telephone,
      });
      await page.choose("#File", await registrationNotice());
      await page.press("main form button.btn-primary");
    },
  },
  {
    who: "expert",
    async go(page, shoot, language) {
      await page.go(`/enterprises?f-name=${encodeURIComponent(Firm)}`);
      await follow(page, "main table a[href^='/enterprises/']");
      await page.answer({ Decision: "Asked", Remark: question[language] });
      await shoot("expert-decide", { most: Tall });
      await page.press("main form button.btn-primary");

      await page.go("/enterprises/duplicates");
      await follow(page, "main table a[href^='/enterprises/duplicates/']");
      await shoot("expert-duplicate", { most: Tall });

      await page.go("/era?f-state=Waiting");
      await follow(page, "main table a[href*='/era/']");
      await shoot("expert-era", { most: Tall });

      await page.go("/promoters/applications?f-turn=Submitted&sort=age");
      await follow(page, "main table a[href^='/promoters/applications/']");
      interviewed = await page.where();
      await page.go(`${interviewed}/interview`);
      await page.answer({ HeldOn: solar(-1), Overall: overall[language] });
      await page.answer(Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [`Findings[${i}].Judgement`, i === 4 ? "Partly" : "Met"])));
      await shoot("expert-interview", { most: Tall });
      await page.press("main form button.btn-primary");

      await page.go("/consortia");
      await follow(page, "main table a[href^='/consortia/']");
      await shoot("expert-consortium", { most: Tall });

      await page.go("/customs/new");
      await page.answer({ Reach: "00" });
      await page.choose("#File", await customsFile(Legal));
      await page.press("main form button.btn-primary");
      await shoot("expert-columns", { most: 1100 });
      await page.answer({ "Entry.Rates": "IRR 1402/01/01 400000" });
      await page.press("main form[method=post] button.btn-primary");
      await until(page, "a[href$='/commit']");
      await shoot("expert-report", { most: 1500 });
      await follow(page, "a[href$='/commit']");
      await page.answer({ Place: "beside" });
      await page.press("main form button.btn-primary");
    },
  },
  {
    who: "newcomer",
    async go(page, shoot) {
      await page.go("/");
      await shoot("firm-start", { width: Phone });
      await firmPage(page);
      const firm = await page.where();
      await shoot("firm-question", { most: Tall });
      await page.go(`${firm}/edit`);
      await page.answer({ "Profile.Employees": "43", "Profile.ProductLines": "081340 برگه زردآلو" });
      await page.press("main form button.btn-primary");

      await page.go("/promoters/apply/about");
      await page.answer({ "Form.NameEn": "Sara Tehrani", "Form.Province": "00" });
      await page.press("main form button.btn-primary");
      await page.go("/promoters/apply");
      await shoot("promoter-tasks", { most: Tall });
      await page.go("/promoters/apply/check");
      await shoot("promoter-check", { most: 760 });
    },
  },
  {
    who: "organization",
    async go(page, shoot) {
      await page.go(interviewed);
      await page.answer({ Decision: "Approved" });
      await shoot("organization-decide", { from: "main > h1", most: 1420 });
      await page.go("/reference/missions/row");
      await page.answer({ "Form.Country": "OM", "Form.Kind": "Embassy", "Form.From": solar(-300) });
      await shoot("organization-mission", { most: Tall });
      await page.go("/reference/holidays/import");
      const year = solar(400).slice(0, 4);
      await page.answer({ Lines: `${year}/01/01، نوروز، Nowruz\n${year}/13/02، نوروز\n${year}/01/12` });
      await page.press("main form button.btn-primary");
      await shoot("organization-holidays", { most: Tall });
    },
  },
  {
    who: "secretary",
    async go(page, shoot, language) {
      await page.go("/");
      await shoot("secretary-start", { width: Phone });
      await page.go("/campaigns");
      await follow(page, "main table a[href^='/campaigns/']", language === "fa" ? "مرکزی" : "Markazi");
      await shoot("secretary-campaign", { most: Tall });
    },
  },
  {
    who: "auditor",
    async go(page, shoot) {
      await page.go("/audit");
      await shoot("auditor-list", { most: 760 });
      await page.go("/audit?f-what=EnterpriseEdited");
      await follow(page, "main table a[href^='/audit/']");
      await shoot("auditor-event", { most: Tall });
      await page.go("/audit/heads");
      await shoot("auditor-heads", { most: 700 });
    },
  },
  {
    who: "administrator",
    async go(page, shoot, language) {
      await page.go("/people/invite");
      await page.answer({ Email: "karshenas@example.com", "Grant.Role": "ProvincialExpert", "Grant.Body": "SmallIndustries" });
      await shoot("administrator-invite", { most: Tall });
      await page.answer({ "Grant.Country": true });
      await page.press("main form button.btn-primary");
      await page.go("/people");
      await follow(page, "main table a[href^='/people/']", "زهرا");
      await page.answer({ Reason: reason[language] });
      await shoot("administrator-keep", { from: "main > section:nth-of-type(3)", most: 620 });
      await page.go("/outbox");
      await shoot("administrator-outbox", { most: Tall });
      await page.go("/jobs");
      await shoot("administrator-jobs", { most: 760 });
    },
  },
];
