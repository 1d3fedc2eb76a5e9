// Somebody at a browser: keeps cookies, follows nothing by itself, fills in forms.
import { Agent, request } from "node:http";
import { forms, resolve } from "./html.mjs";

const Token = "__RequestVerificationToken";
const Patience = 120_000;

export class Visitor {
  #cookies = new Map();
  #agent;

  /** @param place the last number of this visitor's own address; how often an address may try to sign in is limited */
  constructor(origin, name, place) {
    this.origin = origin;
    this.name = name;
    this.from = `127.0.0.${place}`;
    this.#agent = new Agent({ keepAlive: true, localAddress: this.from });
  }

  read(language) {
    this.#cookies.set("language", language);
    return this;
  }

  get(path) {
    return this.#ask("GET", path);
  }

  /** Sends bytes as they are, as scripts of pages do. */
  send(path, body, headers) {
    return this.#ask("POST", path, body, headers);
  }

  /**
   * Opens a page, answers its first form that has the field, or that goes to an address with these words, and sends it.
   * @param answers values by name: a list ticks several, null sends nothing, a function chooses one of those offered
   * @param file a file for the field File, with a name and bytes
   */
  async submit(path, field, answers, file) {
    return this.submitOn(await this.get(path), path, field, answers, file);
  }

  /** The same on a page that is open already. */
  submitOn(page, path, field, answers = {}, file) {
    const form = forms(page.text).find(
      (f) => f.method === "post" && (f.action?.includes(field) || f.fields.some((one) => one.name === field)),
    );
    if (!form) throw new Error(`${this.name}: ${path} (${page.status}) has no form for ${field}`);
    const offered = (name) => form.fields.filter((f) => f.name === name).flatMap((f) => f.options ?? [f.value]);
    const given = Object.entries(answers).map(([name, value]) => [
      name,
      typeof value === "function" ? value(offered(name)) : value,
    ]);
    return this.post(path, form, Object.fromEntries(given), file);
  }

  post(path, form, answers = {}, file) {
    const pairs = form.fields.filter((f) => f.sent && f.kind !== "file" && !(f.name in answers)).map((f) => [f.name, f.value]);
    for (const [name, value] of Object.entries(answers)) {
      if (value !== null) for (const one of [value].flat()) pairs.push([name, one]);
    }
    const to = resolve(form.action || path, path);
    if (form.enctype !== "multipart/form-data") {
      const type = { "Content-Type": "application/x-www-form-urlencoded" };
      return this.#ask("POST", to, Buffer.from(new URLSearchParams(pairs).toString()), type);
    }
    const line = "stored-output-part";
    const part = (about, content) => [`--${line}\r\nContent-Disposition: form-data; ${about}\r\n\r\n`, content, "\r\n"];
    // The token stands before files on every form.
    const parts = pairs
      .sort(([one], [other]) => (other === Token) - (one === Token))
      .flatMap(([name, value]) => part(`name="${name}"`, value));
    if (file) parts.push(...part(`name="File"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.bytes));
    const body = Buffer.concat([...parts, `--${line}--\r\n`].map((one) => Buffer.from(one)));
    return this.#ask("POST", to, body, { "Content-Type": `multipart/form-data; boundary=${line}` });
  }

  close() {
    this.#agent.destroy();
  }

  #ask(method, path, body, headers = {}) {
    return new Promise((yes, no) => {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const length = body ? { "Content-Length": body.length } : {};
      const asked = request(new URL(path, this.origin), {
        method,
        agent: this.#agent,
        timeout: Patience,
        headers: { "User-Agent": "stored-output", ...(cookie ? { Cookie: cookie } : {}), ...length, ...headers },
      });
      asked.on("timeout", () => asked.destroy(new Error(`${method} ${path}: no answer after ${Patience} ms`)));
      asked.on("error", no);
      asked.on("response", (answer) => {
        const pieces = [];
        answer.on("data", (piece) => pieces.push(piece));
        answer.on("error", no);
        answer.on("end", () => {
          for (const given of answer.headers["set-cookie"] ?? []) this.#keep(given);
          const bytes = Buffer.concat(pieces);
          yes({
            status: answer.statusCode,
            headers: answer.headers,
            bytes,
            isPage: (answer.headers["content-type"] ?? "").startsWith("text/html"),
            get text() {
              return bytes.toString("utf8");
            },
          });
        });
      });
      asked.end(body);
    });
  }

  #keep(given) {
    const [pair] = given.split(";");
    const equals = pair.indexOf("=");
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (value === "") this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
