// The box of the filters: a combobox (WAI-ARIA 1.2, list autocomplete) that offers choices of all facets while one
// types, the period that a date means, and last the search for the words themselves.

import { make } from "./dom.js";
import { FACET_WORDS } from "./facet-words.js";

let boxes = 0;

export class FilterBox {
  element;
  #input;
  #list;
  #offer;
  #take;
  #options = [];
  #active = -1;

  /** `offer(text)` gives options {kind, label, name, count, good, …}, the words last; `take(option)` chooses one. */
  constructor(offer, take) {
    this.#offer = offer;
    this.#take = take;
    const id = `chronology-box-${(boxes += 1)}`;
    this.#list = make("ul", { id: `${id}-list`, class: "chronology-options", role: "listbox", "aria-label": "Suggestions", hidden: true });
    this.#input = make("input", {
      id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-haspopup": "listbox",
      "aria-controls": this.#list.id, "aria-label": "Filter by a name, a place, a date or words", autocomplete: "off",
      autocapitalize: "none", spellcheck: "false", enterkeyhint: "search", placeholder: "Filter: a name, a place, words …",
    }); // prettier-ignore
    this.element = make("div", { class: "chronology-box" }, this.#input, this.#list);
    this.#input.addEventListener("input", () => this.refresh());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.addEventListener("click", () => this.refresh());
    this.#input.addEventListener("blur", () => this.#close());
    // Kept from taking the focus: a blur would close the list before the click arrives.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#pick(event.target.closest("[role=option]")?.number ?? -1));
  }

  focus() {
    this.#input.focus();
  }

  /** Offer again: what was typed has changed, or the data for it has come. */
  refresh() {
    const text = this.#input.value.trim();
    if (!text || document.activeElement !== this.#input) return this.#close();
    this.#options = this.#offer(text);
    this.#list.replaceChildren(...this.#options.map((option, number) => this.#item(option, number)));
    this.#list.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#activate(this.#options[0]?.good ? 0 : this.#options.length - 1);
  }

  #item(option, number) {
    const item = make(
      "li",
      { id: `${this.#list.id}-${number}`, role: "option", "aria-selected": "false", class: option.kind === "words" ? "chronology-words" : null },
      make("span", { class: "chronology-option-label" }, option.label, option.name && make("small", {}, ` ${option.name}`)),
      make("span", { class: "chronology-option-kind" }, FACET_WORDS[option.facet]?.kind ?? option.hint),
      option.count === undefined ? null : make("span", { class: "chronology-option-count" }, option.count.toLocaleString("en-GB"), make("span", { class: "chronology-unseen" }, option.count === 1 ? " event" : " events")),
    );
    if (option.count === 0) item.dataset.none = "";
    item.number = number;
    return item;
  }

  #activate(number) {
    this.#active = number;
    for (const item of this.#list.children) item.setAttribute("aria-selected", String(item.number === number));
    const item = this.#list.children[number];
    if (item) this.#input.setAttribute("aria-activedescendant", item.id);
    else this.#input.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  }

  #onKey(event) {
    if (event.isComposing) return;
    const { length } = this.#options;
    const open = !this.#list.hidden;
    const steps = { ArrowDown: open ? this.#active + 1 : 0, ArrowUp: open ? this.#active - 1 : -1 };
    if (event.key in steps) {
      if (!open) this.refresh();
      if (open && length) this.#activate((steps[event.key] + length) % length);
    } else if (event.key === "Enter") {
      if (!open) this.refresh();
      this.#pick(this.#active);
    } else if (event.key === "Escape" && (open || this.#input.value)) {
      if (!open) this.#input.value = "";
      this.#close();
    } else return;
    event.preventDefault();
  }

  #pick(number) {
    const option = this.#options[number];
    if (!option) return;
    this.#input.value = "";
    this.#close();
    this.#take(option);
  }

  #close() {
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#options = [];
    this.#active = -1;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
}

/** The option that searches for the words as typed. */
export function wordsOption(text) {
  return { kind: "words", label: `Search for the words “${text}”`, hint: "", text };
}
