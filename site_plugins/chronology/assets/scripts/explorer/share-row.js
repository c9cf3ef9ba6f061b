// Beneath the number of events: copy the link to what is shown, embed it, or download just that.

import { button, make } from "./dom.js";
import { toCSV, toJSON } from "./exports.js";
import { saySelection } from "./facet-words.js";
import { fileName } from "./file-names.js";
import { writeSelection } from "./selection.js";

const SAID = 4000; // milliseconds

export class ShareRow {
  element;
  code;
  #state = null;
  #name;
  #embed;
  #door = null;
  #text = make("textarea", { readonly: true, rows: 9, spellcheck: "false", "aria-label": "Code to embed what is shown" });
  #said = make("span", { class: "chronology-said", role: "status" });
  #timer = 0;

  /** `name` is the chronology's, for files; `embed` the address of the page that stands in frames, or null. */
  constructor({ name, embed }) {
    this.#name = name;
    this.#embed = embed;
    const quiet = (words, act, attributes = {}) => button({ class: "chronology-quiet-button", ...attributes }, act, words);
    if (embed) this.#door = quiet("Embed", () => this.#toggleCode(), { "aria-expanded": "false" });
    this.element = make(
      "div",
      { class: "chronology-share", role: "group", "aria-label": "Share what is shown" },
      quiet("Copy link", () => this.#copy(location.href, "Link copied")),
      this.#door,
      quiet("CSV", () => this.#save("csv", "text/csv"), { "aria-label": "Download CSV" }),
      quiet("JSON", () => this.#save("json", "application/json"), { "aria-label": "Download JSON" }),
      this.#said,
    );
    const copy = quiet("Copy code", () => this.#copy(this.#text.value, "Code copied"));
    this.code = make("div", { class: "chronology-code", hidden: true }, this.#text, copy);
    this.#text.addEventListener("focus", () => this.#text.select());
  }

  show(state) {
    this.#state = state;
    if (!this.code.hidden) this.#fillCode();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(done);
    } catch {
      this.#say(copyBySelection(text) ? done : "Copying is not allowed here; copy it from the address bar.");
    }
  }

  #say(words) {
    clearTimeout(this.#timer);
    this.#said.textContent = words;
    this.#timer = setTimeout(() => (this.#said.textContent = ""), SAID);
  }

  #save(ending, type) {
    if (!this.#state) return;
    const { dataset, result, selection, root } = this.#state;
    const base = new URL(root || "./", document.baseURI).href;
    const address = (id) => new URL(this.#state.address(id), document.baseURI).href;
    const text = (ending === "csv" ? toCSV : toJSON)(dataset, result, { base, address });
    const file = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    make("a", { href: file, download: `${fileName(this.#name, selection)}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
    this.#say(`Saved ${ending.toUpperCase()}`);
  }

  #toggleCode() {
    if (!this.#state) return;
    this.code.hidden = !this.code.hidden;
    this.#door.setAttribute("aria-expanded", String(!this.code.hidden));
    if (!this.code.hidden) this.#fillCode();
  }

  #fillCode() {
    const { selection, dataset, shown } = this.#state;
    const address = new URL(this.#embed, document.baseURI);
    address.search = writeSelection({ ...selection, view: shown }, location.search);
    const title = [this.code.closest("chronology-explorer").dataset.title, saySelection(selection, dataset)].filter(Boolean).join(": ");
    this.#text.value = embedCode(address.href, title);
  }
}

/** The HTML of a frame, with the script beside the page that makes it as high as its content. pages/oembed.py has the same. */
export function embedCode(address, title) {
  const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const script = address.replace(/embed(\/|\.html)(\?.*)?$/, "embed.js");
  return (
    `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="600" loading="lazy"` +
    ` style="border:0;max-height:90vh"></iframe><script src="${quoted(script)}" async></script>`
  );
}

function copyBySelection(text) {
  const field = make("textarea", { class: "chronology-unseen" }, text);
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
