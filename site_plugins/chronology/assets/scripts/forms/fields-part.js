// Parts that hold the fields of a record, or of a group in it that may be left out.

import { button, make } from "../explorer/dom.js";
import { hintLine, isSeldom, leaveWords } from "./form-words.js";
import { Part } from "./part.js";

/** The fields of a record or of an entry: what is usual, then what is seldom needed behind "More". */
export class FieldsPart extends Part {
  #parts = [];
  #more = null;
  #filled = null;

  /** `owner` names the record's kind or the list, for what is seldom; `without` are fields that are not asked for. */
  constructor({ owner, without = [], ...options }) {
    super(options);
    this.owner = owner;
    this.without = without;
  }

  build() {
    const usual = make("div", { class: "chronology-fields" });
    const seldom = make("div", { class: "chronology-fields" });
    for (const [name, field] of this.field.fields) {
      if (this.without.includes(name)) continue;
      const part = this.form.part({ field, form: this.form, around: this, step: name });
      this.#parts.push(part);
      (isSeldom(this.owner, name) ? seldom : usual).append(part.element);
    }
    this.element = make("div", { class: "chronology-part" }, this.mistakes, usual, this.#seldom(seldom));
  }

  #seldom(fields) {
    if (!fields.children.length) return null;
    this.#filled = make("small");
    this.#more = make("details", { class: "chronology-more-fields" }, make("summary", {}, "More", this.#filled), fields);
    this.#sayFilled();
    return this.#more;
  }

  /** What stands behind "More": all of it, or of what is filled in there. */
  #sayFilled() {
    const seldom = this.#parts.filter((part) => isSeldom(this.owner, part.step));
    const filled = seldom.filter((part) => part.value !== undefined);
    const names = (filled.length ? filled : seldom).map((part) => part.title.toLowerCase());
    const shown = !filled.length && names.length > 4 ? `${names.slice(0, 3).join(", ")} …` : names.join(", ");
    this.#filled.textContent = filled.length ? ` filled in: ${shown}` : ` ${shown}`;
  }

  update() {
    super.update();
    if (this.#more) this.#sayFilled();
  }

  get within() {
    return this.#parts;
  }

  focus() {
    const seen = this.#parts.find((part) => !isSeldom(this.owner, part.step) && !part.element.hidden);
    (seen ?? this.#parts[0])?.focus();
  }

  /** Open what hides a part. */
  reveal(part) {
    if (this.#more && isSeldom(this.owner, part.step)) this.#more.open = true;
  }
}

/** A group that may be there or not: an archived copy, coordinates, a retraction. */
export class OptionalPart extends Part {
  #inner = null;
  #body = make("div");
  #add;

  build() {
    const words = this.title.toLowerCase();
    this.#add = button({ class: "chronology-add" }, () => this.#open(true), `Add: ${words}`);
    this.element = make(
      "fieldset",
      { class: "chronology-input chronology-optional", "data-field": this.field.name },
      make("legend", {}, this.title, leaveWords(this.field, this.around?.owner)),
      hintLine(this.field),
      this.mistakes,
      this.#body,
      this.#add,
    );
    if (this.value !== undefined) this.#open(false);
  }

  #open(isNew) {
    const { field, form, around, step } = this;
    this.#inner = form.part({ field, form, around, step, owner: step, bare: true });
    const remove = button({ class: "chronology-quiet-button" }, () => this.#close(), "Take it away again");
    this.#body.replaceChildren(make("div", { class: "chronology-card" }, this.#inner.element, remove));
    this.#add.hidden = true;
    if (isNew) this.#inner.focus();
  }

  #close() {
    const before = this.value;
    this.#inner = null;
    this.#body.replaceChildren();
    this.#add.hidden = false;
    this.put(undefined);
    this.#add.focus();
    if (before !== undefined) this.offerBack(`${this.title} removed`, before, () => this.#open(true));
  }

  get within() {
    return this.#inner ? [this.#inner] : [];
  }

  get control() {
    return null;
  }

  focus() {
    if (this.#inner) this.#inner.focus();
    else this.#add.focus();
  }
}
