// The row of chips: what is chosen, each removed by a press; what would narrow it further; and the door to all filters.

import { button, choose, count as sayCount, figures, make } from "./dom.js";
import { activeFilters, withChoice, withoutFilter } from "./selection.js";
import { inLine, usefulChoices } from "./useful-choices.js";

const ON_A_PHONE = 3; // chips, unless more is chosen

export class FilterChips {
  element = make("div", { class: "chronology-chips", role: "group", "aria-label": "Filters" });
  #door;

  /** `door` is the button that opens the panel. */
  constructor(door) {
    this.#door = door;
    this.element.append(door);
  }

  show({ dataset, selection, result }) {
    const filters = activeFilters(selection, dataset);
    const active = filters.map((filter) => this.#active(filter, selection));
    const isUsed = (facet) => selection[facet].ids.length > 0;
    const useful = inLine(usefulChoices(dataset, result, isUsed), filters.map(({ label }) => label));
    const further = useful.map((choice, at) => this.#further(choice, at + active.length >= ON_A_PHONE, selection));
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    const old = [...this.element.children].filter((one) => one !== this.#door);
    const place = old.indexOf(focused);
    const chips = [...active, ...further];
    for (const chip of old) chip.remove();
    // The door stays where it is, and so does the focus on it: first on a phone, whose chips go on beyond its edge.
    this.#door[matchMedia("(max-width: 46rem)").matches ? "after" : "before"](...chips);
    if (focused && focused !== this.#door) this.#refocus(focused, place, chips);
  }

  /** The chip of the same filter, else the one in its place, keeps the focus. */
  #refocus(focused, place, chips) {
    const same = chips.find((chip) => chip.dataset.key === focused.dataset.key);
    (same ?? chips[place] ?? this.#door).focus({ preventScroll: true });
  }

  #active(filter, selection) {
    const remove = () => choose(this.element, partsOf(withoutFilter(selection, filter)));
    return button(
      { class: "chronology-chip chronology-chosen", "data-key": `${filter.parameter}:${filter.id ?? ""}` },
      remove,
      make("span", { class: "chronology-unseen" }, "Remove the filter "),
      filter.label,
      make("span", { class: "chronology-cross", "aria-hidden": "true" }),
    );
  }

  #further({ facet, id, label, count }, spare, selection) {
    const add = () => choose(this.element, { [facet]: withChoice(selection, facet, id)[facet] });
    return button(
      { class: `chronology-chip${spare ? " chronology-spare" : ""}`, "data-key": `${facet}:${id}`, "aria-label": `${label}, ${sayCount(count, "event")}` },
      add,
      label,
      " ",
      make("span", { class: "chronology-chip-count" }, figures(count)),
    );
  }
}

/** A whole selection as parts to choose, without what only says how it is shown. */
export function partsOf({ words, from, to, within, view, lanes, page, known, ...facets }) {
  return { words, from, to, within, ...facets };
}
