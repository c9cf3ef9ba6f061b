// The part of a table of keys and words.

import { button, make } from "../explorer/dom.js";
import { hintLine, leaveWords } from "./form-words.js";
import { proposedId } from "./ids.js";
import { cleaned } from "./form-model.js";
import { Part } from "./part.js";

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
      make("legend", {}, this.title, leaveWords(this.field, this.around?.owner)),
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
      const { value: before } = this;
      const pairs = this.#pairs;
      this.#pairs = pairs.filter((one) => one !== pair);
      this.#store();
      this.#show();
      this.#add.focus();
      this.offerBack(`Answer ${number + 1} removed`, before, () => {
        this.#pairs = pairs;
        this.#show();
        this.#rows.children[number].querySelector("input").focus();
      });
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
