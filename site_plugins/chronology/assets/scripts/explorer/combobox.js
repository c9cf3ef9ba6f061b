// A combobox (WAI-ARIA 1.2, list autocomplete): a box that offers options while one types. What is offered, how an
// option looks and what choosing it does is told to it.

import { make } from "./dom.js";

let boxes = 0;

export class Combobox {
  element;
  input;
  #list;
  #offer;
  #item;
  #take;
  #options = [];
  #active = -1;

  /**
   * `offer(text)` gives options; one that is `good` at the top is active at once, else the last. `item(option)` gives
   * what an option's element holds; `take(option)` chooses one. `attributes` are the input's: its name, a placeholder.
   */
  constructor({ offer, item, take, attributes }) {
    this.#offer = offer;
    this.#item = item;
    this.#take = take;
    const id = `chronology-box-${(boxes += 1)}`;
    this.#list = make("ul", { id: `${id}-list`, class: "chronology-options", role: "listbox", "aria-label": "Suggestions", hidden: true });
    this.input = make("input", {
      id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-haspopup": "listbox",
      "aria-controls": this.#list.id, autocomplete: "off", autocapitalize: "none", spellcheck: "false", ...attributes,
    }); // prettier-ignore
    this.element = make("div", { class: "chronology-box" }, this.input, this.#list);
    this.input.addEventListener("input", () => this.refresh());
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
    this.input.addEventListener("click", () => this.refresh());
    this.input.addEventListener("blur", () => this.#close());
    // Kept from taking the focus: a blur would close the list before the click arrives.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#pick(event.target.closest("[role=option]")?.number ?? -1));
  }

  focus() {
    this.input.focus();
  }

  /** Offer again: what was typed has changed, or the data for it has come. */
  refresh() {
    const text = this.input.value.trim();
    if (!text || document.activeElement !== this.input) return this.#close();
    this.#options = this.#offer(text);
    if (!this.#options.length) return this.#close();
    this.#list.replaceChildren(...this.#options.map((option, number) => this.#element(option, number)));
    this.#list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#activate(this.#options[0]?.good ? 0 : this.#options.length - 1);
  }

  #element(option, number) {
    const { attributes = {}, children } = this.#item(option);
    const item = make("li", { id: `${this.#list.id}-${number}`, role: "option", "aria-selected": "false", ...attributes }, ...children);
    item.number = number;
    return item;
  }

  #activate(number) {
    this.#active = number;
    for (const item of this.#list.children) item.setAttribute("aria-selected", String(item.number === number));
    const item = this.#list.children[number];
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    else this.input.removeAttribute("aria-activedescendant");
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
    } else if (event.key === "Escape" && (open || this.input.value)) {
      if (!open) this.input.value = "";
      this.#close();
    } else return;
    event.preventDefault();
  }

  #pick(number) {
    const option = this.#options[number];
    if (!option) return;
    this.input.value = "";
    this.#close();
    this.#take(option);
  }

  #close() {
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#options = [];
    this.#active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
