// The part of a list of entries that repeat.

import { button, count, make } from "../explorer/dom.js";
import { capital, entryName, hintLine, leaveWords } from "./form-words.js";
import { gistOf } from "./gist.js";
import { Part } from "./part.js";

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
      make("legend", {}, this.title, leaveWords(this.field, this.around?.owner)),
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
    const before = this.value;
    const left = before.filter((_, index) => index !== number);
    this.put(left.length ? left : undefined);
    this.#show();
    this.#add.focus();
    this.offerBack(`${capital(entryName(this.field.name))} ${number + 1} removed`, before, () => {
      this.#show(number);
      this.#entries[number].focus();
    });
  }

  get within() {
    return this.#entries;
  }

  focus() {
    (this.#entries[0] ?? this.#add).focus();
  }
}
