// The box of the filters: a combobox that offers choices of all facets while one types, the period that a date means,
// and last the search for the words themselves.

import { Combobox } from "./combobox.js";
import { figures, make } from "./dom.js";
import { FACET_WORDS } from "./facet-words.js";

export class FilterBox extends Combobox {
  /** `offer(text)` gives options {kind, label, name, count, good, …}, the words last; `take(option)` chooses one. */
  constructor(offer, take) {
    const attributes = {
      "aria-label": "Filter by a name, a place, a date or words", enterkeyhint: "search", placeholder: "Filter: a name, a place, words …",
    }; // prettier-ignore
    super({ offer, take, item: itemOf, attributes });
  }
}

function itemOf(option) {
  const attributes = { class: option.kind === "words" ? "chronology-words" : null, "data-none": option.count === 0 };
  const children = [
    make("span", { class: "chronology-option-label" }, option.label, option.name && make("small", {}, ` ${option.name}`)),
    make("span", { class: "chronology-option-kind" }, FACET_WORDS[option.facet]?.kind ?? option.hint),
    option.count === undefined ? null : make("span", { class: "chronology-option-count" }, figures(option.count), make("span", { class: "chronology-unseen" }, option.count === 1 ? " event" : " events")),
  ];
  return { attributes, children };
}

/** The option that searches for the words as typed. */
export function wordsOption(text) {
  return { kind: "words", label: `Search for the words “${text}”`, hint: "", text };
}
