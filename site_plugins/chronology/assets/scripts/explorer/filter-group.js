// A facet in the panel: its choices as check boxes, each with the number of events that it would leave.

import { button, choose, figures, make, write } from "./dom.js";
import { FACET_WORDS } from "./facet-words.js";

const FEW = 8;
const MOST = 200; // rows at once; beyond that, the box within the group narrows them

export class FilterGroup {
  element;
  #facet;
  #state = null;
  #rows = new Map();
  #list = make("ul", { class: "chronology-choices" });
  #number = make("small");
  #more;
  #narrow = null;
  #how = null;
  #all = false;
  #words;
  #mark;

  /** `words(text)` folds a text into words; `mark(id)` draws the mark of a choice, or gives null. */
  constructor(facet, { words, mark, open }) {
    this.#facet = facet;
    this.#words = words;
    this.#mark = mark;
    this.#more = button({ class: "chronology-more", hidden: true }, () => this.#showAll());
    const legend = make("legend", { class: "chronology-unseen" }, FACET_WORDS[facet].many);
    const fields = make("fieldset", {}, legend, this.#list, this.#more);
    const summary = make("summary", {}, FACET_WORDS[facet].many, this.#number);
    this.element = make("details", { class: "chronology-group-of", "data-facet": facet, open }, summary, fields);
    this.element.addEventListener("toggle", () => this.#draw());
  }

  show(state) {
    this.#state = state;
    const { ids } = state.selection[this.#facet];
    this.#number.textContent = ids.length ? ` ${ids.length} chosen` : "";
    this.element.hidden = state.dataset.facets[this.#facet].choices.length === 0;
    if (this.element.open) this.#draw();
  }

  #draw() {
    if (!this.#state || !this.element.open) return;
    const choices = this.#inOrder();
    const shown = this.#all ? choices.filter((choice) => this.#isWanted(choice)).slice(0, MOST) : choices.slice(0, FEW);
    const rows = shown.map((choice) => this.#row(choice));
    const same = rows.length === this.#list.children.length && rows.every((row, at) => row === this.#list.children[at]);
    if (!same) this.#list.replaceChildren(...rows);
    for (const choice of shown) this.#update(choice);
    this.#more.hidden = this.#all || choices.length <= FEW;
    this.#more.textContent = `Show all ${figures(choices.length)}`;
    this.#showHow();
  }

  /** Chosen first, then those that leave most; but nothing moves under the reader's fingers. */
  #inOrder() {
    const { dataset, selection, result } = this.#state;
    const { choices, index } = dataset.facets[this.#facet];
    const numbers = choices.map((_, number) => number);
    const chosen = new Set(selection[this.#facet].ids.map((id) => index.get(id)));
    const left = result.counts[this.#facet];
    const byCount = (a, b) => chosen.has(b) - chosen.has(a) || left[b] - left[a] || a - b;
    const ranked = this.#facet === "origins" ? numbers : numbers.sort(byCount);
    if (!this.#list.contains(document.activeElement)) return ranked;
    const shown = [...this.#list.children].map((row) => row.choice);
    return [...shown, ...ranked.filter((number) => !shown.includes(number))];
  }

  #isWanted(number) {
    const wanted = this.#words(this.#narrow?.value ?? "");
    if (!wanted.length) return true;
    const { label, names } = this.#state.dataset.facets[this.#facet].choices[number];
    const has = [label, ...names].flatMap(this.#words);
    return wanted.every((word) => has.some((one) => one.startsWith(word)));
  }

  #row(number) {
    if (!this.#rows.has(number)) this.#rows.set(number, this.#newRow(number));
    return this.#rows.get(number);
  }

  #newRow(number) {
    const { id, label } = this.#state.dataset.facets[this.#facet].choices[number];
    const box = make("input", { type: "checkbox", value: id });
    const total = make("span", { class: "chronology-choice-count" }, "0", make("span", { class: "chronology-unseen" }));
    const words = make("span", {}, this.#mark(this.#facet, id) ?? label);
    const row = make("li", {}, make("label", {}, box, words, total));
    box.addEventListener("change", () => this.#choose(id, box.checked));
    return Object.assign(row, { choice: number, box, total });
  }

  #update(number) {
    const { dataset, selection, result } = this.#state;
    const { id } = dataset.facets[this.#facet].choices[number];
    const { box, total } = this.#rows.get(number);
    const left = result.counts[this.#facet][number];
    box.checked = selection[this.#facet].ids.includes(id);
    // In place, and only what is another: laying out new elements takes longer than counting.
    const [figure, noun] = total.childNodes;
    write(figure, figures(left));
    write(noun, left === 1 ? " event" : " events");
    this.#rows.get(number).toggleAttribute("data-none", left === 0 && !box.checked);
  }

  #choose(id, chosen) {
    const { ids, all } = this.#state.selection[this.#facet];
    const others = ids.filter((one) => one !== id);
    choose(this.element, { [this.#facet]: { ids: chosen ? [...others, id] : others, all } });
  }

  #showAll() {
    this.#all = true;
    this.#list.classList.add("chronology-whole");
    const { choices } = this.#state.dataset.facets[this.#facet];
    if (choices.length > 2 * FEW) {
      const { many } = FACET_WORDS[this.#facet];
      this.#narrow = make("input", { type: "text", class: "chronology-narrow", placeholder: "Find in this list", "aria-label": `${many}: show those with these words`, autocomplete: "off" });
      this.#narrow.addEventListener("input", () => this.#draw());
      this.#list.before(this.#narrow);
    }
    this.#draw();
    (this.#narrow ?? this.#list.querySelector("input")).focus({ preventScroll: true });
  }

  /** Any of the chosen, or all of them: only where an event can have several, and several are chosen. */
  #showHow() {
    const { dataset, selection } = this.#state;
    const { ids, all } = selection[this.#facet];
    const asks = dataset.facets[this.#facet].many && this.#facet !== "origins" && ids.length > 1;
    if (!this.#how && asks) this.#how = this.#newHow();
    if (!this.#how) return;
    this.#how.hidden = !asks;
    for (const box of this.#how.querySelectorAll("input")) box.checked = (box.value === "all") === all;
  }

  #newHow() {
    const name = `chronology-how-${this.#facet}`;
    const option = (value, words) => {
      const box = make("input", { type: "radio", name, value });
      box.addEventListener("change", () => {
        choose(this.element, { [this.#facet]: { ids: this.#state.selection[this.#facet].ids, all: value === "all" } });
      });
      return make("label", {}, box, words);
    };
    const how = make("div", { class: "chronology-how", role: "radiogroup", "aria-label": "Events with" }, option("any", "any of these"), option("all", "all of these"));
    this.#list.before(how);
    return how;
  }
}
