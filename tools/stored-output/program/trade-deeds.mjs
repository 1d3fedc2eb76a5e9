// Deeds about customs lines and files.
import { Deeds } from "./deeds.mjs";
import { certificate, customs, Profile } from "./files.mjs";

const first = (offered) => offered.find((value) => value !== "");

/** Where the answer to a file that was sent leads on to. */
const importOf = (answer) => answer.headers.location.replace(/\/map$/, "");

/** All deeds: those of firms and people, and those of trade. */
export class AllDeeds extends Deeds {
  async ofTrade() {
    const own = this.made["firm of the firm user"];
    const isLine = /^\/enterprises\/[^/]+\/trade\/line\?/;
    const line = (place) => this.find("firm", `${own}/trade/lines`, isLine, place);
    const at = (to, end) => to.replace("/trade/line?", `/trade/line/${end}?`);
    const object = (to, reason, file) =>
      this.act(`objects: ${reason}`, "firm", (p) =>
        p.submit(at(to, "contest"), "Ground", { Ground: first, Reason: reason }, file),
      );
    const lines = [await line(0), await line(1), await line(2), await line(3), await line(4), await line(5)];
    await object(lines[0], "این ردیف از ما نیست.", certificate("Proof"));
    await object(lines[1], "ارزش نادرست است.");
    await object(lines[2], "وزن نادرست است.");
    await object(lines[3], "تاریخ نادرست است.");
    await this.act("takes back", "firm", (p) => p.submit(lines[3], "handler=TakeBack"));
    await this.#adjust("strikes a line", lines[0], { "Form.Decision": "Strike" });
    await this.act("refuses an objection", "expert", (p) => p.submit(lines[1], "Remark", { Remark: "سند کافی نیست." }));
    await this.#adjust("corrects a line", lines[4], { "Form.Decision": "Correct", "Form.Value": "12345.67" });
    await this.#adjust("corrects another line", lines[5], { "Form.Decision": "Correct", "Form.Weight": "789" });
    await this.act("withdraws a decision", "expert", (p) => p.submit(lines[5], "Reason", { Reason: "اشتباه شد." }));

    for (const [place, name] of ["struck", "refused", "open", "taken back", "corrected", "withdrawn"].entries()) {
      for (const end of ["", "contest", "adjust"])
        this.made[`line ${name} ${end}`.trim()] = end ? at(lines[place], end) : lines[place];
    }

    // The file is about the firm whose line then goes.
    const number = [...(await this.people.firm.get(own)).text.matchAll(/<bdi>([۰-۹]{10,11})<\/bdi>/g)][0][1].replace(
      /[۰-۹]/g,
      (d) => "۰۱۲۳۴۵۶۷۸۹".indexOf(d),
    );
    const imported = await this.#import("gomrok-markazi.csv", number, 14030117, { "Entry.SaveAs": Profile });
    await this.#commit(imported);
    const mine = await this.find("firm", `${own}/trade/lines?f-declaration=14030117`, isLine).catch(() => null);
    if (mine) await object(mine, "این ردیف هم نادرست است.");
    await this.act("withdraws an import", "expert", (p) =>
      p.submit(`${imported}/withdraw`, "Reason", { Reason: "پرونده دوباره می‌آید." }),
    );
    const second = await this.#import("gomrok-markazi-2.csv", number, 14030217);
    await this.#commit(second);
    const third = await this.#import("gomrok-markazi-3.csv", number, 14030317);
    const fourth = await this.#send("sends a file that waits for its columns", customs("gomrok-markazi-4.csv", number, 14030417));
    const fifth = await this.#send("sends what is no table", { name: "nothing.csv", bytes: Buffer.from("\n\n") });
    const ends = ["", "/map", "/commit", "/withdraw", "/differences", "/unknown"];
    const imports = {
      withdrawn: imported,
      committed: second,
      ready: third,
      unmapped: importOf(fourth),
      unusable: importOf(fifth),
    };
    for (const [name, to] of Object.entries(imports)) {
      for (const end of ends) this.made[`import ${name} ${end.slice(1)}`.trim()] = `${to}${end}`;
    }
    await this.#begin();
    await this.act("takes a snapshot", "organization", (p) =>
      p.submit("/customs/snapshots", "Purpose", { Reach: first, Purpose: "ارزیابی ۱۴۰۴" }),
    );
  }

  async #adjust(name, line, answers) {
    const path = line.replace("/trade/line?", "/trade/line/adjust?");
    const page = await this.act(`${name} and looks at it`, "expert", (p) =>
      p.submit(path, "Form.Decision", { ...answers, "Form.Reason": "بر پایهٔ سند گمرکی." }),
    );
    await this.act(name, "expert", (p) => p.submitOn(page, path, "Form.Reason"));
  }

  #send(name, file) {
    return this.act(name, "expert", (p) => p.submit("/customs/new", "Reach", { Reach: "00" }, file));
  }

  async #import(name, number, declaration, answers = {}) {
    const imported = importOf(await this.#send(`sends ${name}`, customs(name, number, declaration)));
    await this.act(`reads ${name}`, "expert", (p) =>
      p.submit(`${imported}/map`, "Entry.Rates", { "Entry.Rates": "IRR 1402/01/01 400000", ...answers }),
    );
    return imported;
  }

  #commit(imported) {
    return this.act("puts an import in force", "expert", (p) => p.submit(`${imported}/commit`, "Place", { Place: "beside" }));
  }

  /** A file of which only the beginning arrives. */
  async #begin() {
    const asked = { Reach: "00", name: "half.csv", length: "1000" };
    const begun = await this.act("begins a file in parts", "expert", async (p) => {
      const token = (await p.get("/customs/new")).text.match(
        /name="__RequestVerificationToken" type="hidden" value="([^"]+)"/,
      )[1];
      this.token = token;
      const body = Buffer.from(new URLSearchParams({ ...asked, __RequestVerificationToken: token }).toString());
      return p.send("/customs/new?handler=Begin", body, { "Content-Type": "application/x-www-form-urlencoded" });
    });
    const { to } = JSON.parse(begun.text);
    this.made["file of which a part came"] = to;
    await this.act("sends one part", "expert", (p) =>
      p.send(`${to}?handler=Parts&from=0`, Buffer.from("a,b\n1,2\n"), {
        "Content-Type": "application/octet-stream",
        RequestVerificationToken: this.token,
      }),
    );
  }
}
