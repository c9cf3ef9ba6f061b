// Records that are named: searched for by any of their names, shown as chips. One of them, or a list.

import { Combobox } from "../explorer/combobox.js";
import { button, make } from "../explorer/dom.js";
import { isAddress } from "./addresses.js";
import { ONE } from "./form-words.js";
import { Part } from "./part.js";

/** A box that searches records of some kinds; `take(record)` is told which was chosen. */
export class RecordBox {
  combobox;
  element;
  #none = make("p", { class: "chronology-not-found", role: "status" });

  constructor({ form, names, label, isChosen = () => false, take }) {
    const what = names.map((kind) => ONE[kind]).join(" or ");
    this.combobox = new Combobox({
      offer: (text) => {
        const found = form.search(names).find(text, isChosen);
        this.#say(found.length || text.length < 3 ? "" : `No ${what} has that ${isAddress(text) ? "address" : "name"}.`, form, names);
        return found.map((one) => ({ ...one, good: true }));
      },
      item: ({ label: title, name, detail, kind }) => ({
        children: [
          make("span", { class: "chronology-option-label" }, title, name && make("small", {}, ` ${name}`)),
          make("span", { class: "chronology-option-kind" }, names.length > 1 ? ONE[kind] : detail),
        ],
      }),
      take,
      attributes: { "aria-label": label, placeholder: `Search: a name of the ${what}${names.includes("sources") ? ", or its address" : ""}` },
    });
    this.element = make("div", { class: "chronology-picker" }, this.combobox.element, this.#none);
  }

  /** What is not there has to be added first: as a record of its own. */
  #say(words, form, names) {
    if (this.#none.dataset.says === words) return;
    this.#none.dataset.says = words;
    const links = names.flatMap((kind) => [" ", make("a", { href: form.formAddress(kind), target: "_blank" }, `Add the ${ONE[kind]}`)]);
    this.#none.replaceChildren(...(words ? [words, ...links, " in a new tab; then it can be chosen here."] : []));
  }
}

/** The chip of a record that was chosen. */
export function chip(form, names, id, remove) {
  const record = form.data.recordOf(names, id);
  const title = record?.label ?? id;
  return make(
    "li",
    { class: "chronology-picked", "data-unknown": !record },
    make("span", { dir: "auto" }, title, record?.detail && make("small", {}, ` ${record.detail}`)),
    button({ class: "chronology-remove", "aria-label": `Remove ${title}` }, remove, "×"),
  );
}

class PickerPart extends Part {
  #chips = make("ul", { class: "chronology-picks" });
  #box;

  get names() {
    return (this.field.entry ?? this.field).names;
  }

  /** The ids that are chosen. */
  get ids() {
    return [];
  }

  build() {
    const { form, names } = this;
    this.#box = new RecordBox({ form, names, label: this.title, isChosen: (id) => this.ids.includes(id), take: ({ id }) => this.#take(id) });
    this.element = this.row(this.#box.combobox.input, { before: [this.#chips] });
    this.#box.combobox.element.replaceWith(this.#box.element);
    this.#box.element.prepend(this.#box.combobox.element);
    this.#show();
  }

  get control() {
    return this.#box.combobox.input;
  }

  focus() {
    (this.#box.element.hidden ? this.#chips.querySelector("button") : this.control)?.focus();
  }

  #take(id) {
    this.add(id);
    this.#show();
    this.focus();
  }

  #show() {
    const items = this.ids.map((id, number) =>
      chip(this.form, this.names, id, () => {
        this.remove(number);
        this.#show();
        this.focus();
      }),
    );
    this.#chips.replaceChildren(...items);
    this.#chips.hidden = !items.length;
    this.#box.element.hidden = this.isFull;
  }
}

/** One record. */
export class OnePickerPart extends PickerPart {
  get ids() {
    return this.value ? [this.value] : [];
  }

  get isFull() {
    return this.ids.length > 0;
  }

  add(id) {
    this.put(id);
  }

  remove() {
    this.put(undefined);
  }
}

/** Records in their order. */
export class ManyPickerPart extends PickerPart {
  get ids() {
    return this.value ?? [];
  }

  isFull = false;

  add(id) {
    this.put([...this.ids, id]);
  }

  remove(number) {
    const left = this.ids.filter((_, index) => index !== number);
    this.put(left.length ? left : undefined);
  }
}

/** Sources, each with the words quoted from it: an entry is an id, or {source, quote}. */
export class UsesPart extends Part {
  #list = make("ul", { class: "chronology-uses" });
  #box;

  build() {
    const { form } = this;
    const isChosen = (id) => this.#uses.some((use) => idOf(use) === id);
    this.#box = new RecordBox({ form, names: ["sources"], label: this.title, isChosen, take: ({ id }) => this.#take(id) });
    this.element = this.row(this.#box.combobox.input, { before: [this.#list] });
    this.#box.combobox.element.replaceWith(this.#box.element);
    this.#box.element.prepend(this.#box.combobox.element);
    this.#show();
  }

  get control() {
    return this.#box.combobox.input;
  }

  get #uses() {
    return this.value ?? [];
  }

  #take(id) {
    this.put([...this.#uses, id]);
    this.#show();
    this.control.focus();
  }

  #show() {
    this.#list.replaceChildren(...this.#uses.map((use, number) => this.#item(use, number)));
    this.#list.hidden = !this.#uses.length;
  }

  #item(use, number) {
    const picked = chip(this.form, ["sources"], idOf(use), () => {
      const before = this.#uses;
      const left = before.filter((_, index) => index !== number);
      this.put(left.length ? left : undefined);
      this.#show();
      this.control.focus();
      this.offerBack(`Source ${number + 1} removed`, before, () => {
        this.#show();
        this.control.focus();
      });
    });
    const quote = typeof use === "string" ? null : this.#quote(use.quote ?? "", number);
    const add = button({ class: "chronology-quiet-button" }, () => this.#open(number), "Quote its words");
    picked.append(quote ?? add);
    return picked;
  }

  #open(number) {
    this.put(this.#uses.map((use, index) => (index === number ? { source: idOf(use), quote: "" } : use)));
    this.#show();
    this.#list.children[number].querySelector("textarea").focus();
  }

  #quote(text, number) {
    const area = make("textarea", { dir: "auto", rows: 2, "aria-label": "The words of the source, word for word", placeholder: "The words of the source, word for word" });
    area.value = text;
    area.addEventListener("input", () => {
      const { [number]: use } = this.#uses;
      this.form.model.set([...this.loc, number], { ...use, quote: area.value });
      this.form.changed();
    });
    return area;
  }
}

const idOf = (use) => (typeof use === "string" ? use : use.source);
