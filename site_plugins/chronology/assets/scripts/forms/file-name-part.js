// The name of a new record's file, which is its id: proposed from the title until the writer has another.

import { make } from "../explorer/dom.js";
import { ONE } from "./form-words.js";
import { proposedRecordId } from "./ids.js";
import { idLike } from "./nearest.js";

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class FileNamePart {
  element;
  isWrong = false;
  #input = make("input", { id: "chronology-file-name", type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": "chronology-file-name-hint chronology-file-name-mistake" });
  #mistake = make("div", { class: "chronology-mistakes", id: "chronology-file-name-mistake" });
  #isOwn = false;
  #taken;
  #kind;

  constructor({ kind, taken, changed }) {
    this.#kind = kind;
    this.#taken = taken;
    this.#input.addEventListener("input", () => {
      this.#isOwn = this.#input.value !== "";
      changed();
    });
    const hint = "Lower-case letters, digits and hyphens; it is the record’s address on the site. One is proposed.";
    this.element = make(
      "div",
      { class: "chronology-input" },
      make("label", { for: this.#input.id }, "Name of the file"),
      make("p", { class: "chronology-hint", id: "chronology-file-name-hint" }, hint),
      make("div", { class: "chronology-with-ending" }, this.#input, make("span", {}, ".yml")),
      this.#mistake,
    );
  }

  /** The name that stands there, or "". */
  get chosen() {
    return this.#input.value.trim();
  }

  get id() {
    return this.chosen || "new-record";
  }

  get own() {
    return this.#isOwn ? this.#input.value : "";
  }

  set own(id) {
    this.#isOwn = Boolean(id);
    this.#input.value = id;
  }

  /** Propose a name for a record, and say what is wrong with the one that stands. */
  show(record) {
    if (!this.#isOwn) this.#input.value = proposedRecordId(this.#kind, record, this.#taken);
    const wrong = this.#wrong(this.chosen, record);
    this.isWrong = Boolean(wrong);
    this.#mistake.replaceChildren(...(wrong ? [make("p", { class: "chronology-mistake" }, wrong)] : []));
    if (wrong) this.#input.setAttribute("aria-invalid", "true");
    else this.#input.removeAttribute("aria-invalid");
  }

  #wrong(id, { title, name }) {
    const one = ONE[this.#kind];
    if (!id) return title || name ? "Write a name in Latin letters: none could be proposed." : "";
    const near = idLike(id);
    if (!ID.test(id)) return `'${id}' is not an id; ${near ? `write ${near}` : "write lower-case letters a to z, digits and single hyphens"}`;
    return this.#taken.has(id) ? `There is already ${/^[aeiou]/.test(one) ? "an" : "a"} ${one} '${id}'; give it another name.` : "";
  }
}
