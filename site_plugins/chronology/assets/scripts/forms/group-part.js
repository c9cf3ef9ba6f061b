// Parts that hold parts: a record's fields, lists of entries that repeat, a table of keys and words.

import { button, count, make } from "../explorer/dom.js";
import { capital, entryName, hintLine, isSeldom } from "./form-words.js";
import { proposedId } from "./ids.js";
import { cleaned } from "./form-model.js";
import { gistOf } from "./gist.js";
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
      make("legend", {}, this.title, this.field.required ? null : make("small", {}, " optional")),
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
    this.#inner = null;
    this.#body.replaceChildren();
    this.#add.hidden = false;
    this.put(undefined);
    this.#add.focus();
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

/** Entries that repeat: questions, claims, names in other languages. */
export class EntriesPart extends Part {
  #entries = [];
  #cards = [];
  #list = make("ol", { class: "chronology-entries" });
  #add;

  build() {
    const one = entryName(this.field.name);
    this.#add = button({ class: "chronology-add" }, () => this.#append(), `Add a ${one}`.replace(/ a ([aeiou])/, " an $1"));
    this.element = make(
      "fieldset",
      { class: "chronology-input chronology-repeats", "data-field": this.field.name },
      make("legend", {}, this.title, this.field.required ? null : make("small", {}, " optional")),
      hintLine(this.field),
      this.#list,
      this.#add,
      this.mistakes,
    );
    this.#show();
  }

  /** `opened`: the number of an entry to open; one alone is open. */
  #show(opened = null) {
    const { form, field } = this;
    const { shorthand } = field.entry;
    if (shorthand) (this.value ?? []).forEach((_, step) => form.model.spread([...this.loc, step], shorthand));
    this.#entries = (this.value ?? []).map((_, step) => form.part({ field: field.entry, form, around: this, step, owner: field.name, bare: true }));
    this.#cards = this.#entries.map((part, number) => this.#card(part, number, opened === number));
    this.#list.replaceChildren(...this.#cards.map(({ element }) => element));
    this.#list.hidden = !this.#entries.length;
  }

  #card(part, number, isOpen) {
    const title = `${capital(entryName(this.field.name))} ${number + 1}`;
    const gist = make("span", {}, gistOf(this.value[number], this.form.data));
    const wrong = make("small", { class: "chronology-within" });
    const remove = button({ class: "chronology-quiet-button" }, () => this.#remove(number), `Remove ${title.toLowerCase()}`);
    const details = make("details", { open: isOpen }, make("summary", {}, make("b", {}, title), " ", gist, wrong), part.element, remove);
    return { element: make("li", { class: "chronology-card" }, details), details, gist, wrong };
  }

  update() {
    super.update();
    this.#cards.forEach(({ gist }, number) => (gist.textContent = gistOf(this.value[number], this.form.data)));
  }

  /** Say on each card, which may be closed, how much within it is to be put right. */
  complained() {
    this.#cards.forEach(({ wrong }, number) => {
      const mistakes = [...this.#entries[number].all()].filter((part) => part.hasMistake).length;
      wrong.textContent = mistakes ? ` ${count(mistakes, "thing")} to put right` : "";
    });
  }

  reveal(part) {
    this.#cards[this.#entries.indexOf(part)].details.open = true;
  }

  #append() {
    const number = (this.value ?? []).length;
    const { shorthand } = this.field.entry;
    this.put([...(this.value ?? []), shorthand ? { [shorthand]: "" } : {}]);
    this.#show(number);
    this.#entries[number].focus();
    this.form.say(`${capital(entryName(this.field.name))} ${number + 1} added`);
  }

  #remove(number) {
    const left = this.value.filter((_, index) => index !== number);
    this.put(left.length ? left : undefined);
    this.#show();
    this.#add.focus();
    this.form.say(`${capital(entryName(this.field.name))} ${number + 1} removed`);
  }

  get within() {
    return this.#entries;
  }

  focus() {
    (this.#entries[0] ?? this.#add).focus();
  }
}

/** Keys with words: the answers of a question. The key is proposed from the words. */
export class TablePart extends Part {
  #rows = make("ul", { class: "chronology-table" });
  #add = button({ class: "chronology-add" }, () => this.#append(), "Add an answer");
  #pairs = [];

  build() {
    this.#pairs = Object.entries(this.value ?? {}).map(([key, words]) => ({ key, words, isOwn: true }));
    this.element = make(
      "fieldset",
      { class: "chronology-input chronology-repeats", "data-field": this.field.name },
      make("legend", {}, this.title, make("small", {}, " optional")),
      hintLine(this.field),
      this.#rows,
      this.#add,
      this.mistakes,
    );
    this.#show();
  }

  #show() {
    this.#rows.replaceChildren(...this.#pairs.map((pair, number) => this.#row(pair, number)));
    this.#rows.hidden = !this.#pairs.length;
  }

  #row(pair, number) {
    const words = make("input", { type: "text", dir: "auto", "aria-label": `Answer ${number + 1}, in words`, placeholder: "In words", autocomplete: "off" });
    const key = make("input", { type: "text", "aria-label": `Key of answer ${number + 1}`, placeholder: "key", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
    [words.value, key.value] = [pair.words, pair.key];
    words.addEventListener("input", () => {
      pair.words = cleaned(words.value);
      if (!pair.isOwn) key.value = pair.key = proposedId(pair.words);
      this.#store();
    });
    key.addEventListener("input", () => {
      pair.key = key.value.trim();
      pair.isOwn = true;
      this.#store();
    });
    const remove = button({ class: "chronology-remove", "aria-label": `Remove answer ${number + 1}` }, () => {
      this.#pairs = this.#pairs.filter((one) => one !== pair);
      this.#store();
      this.#show();
      this.#add.focus();
    }, "×");
    return make("li", {}, words, key, remove);
  }

  #append() {
    this.#pairs.push({ key: "", words: "", isOwn: false });
    this.#show();
    this.#rows.lastElementChild.querySelector("input").focus();
  }

  #store() {
    const kept = this.#pairs.filter(({ key, words }) => key && words);
    this.put(kept.length ? Object.fromEntries(kept.map(({ key, words }) => [key, words])) : undefined);
  }

  focus() {
    (this.#rows.querySelector("input") ?? this.#add).focus();
  }
}
