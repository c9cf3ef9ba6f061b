// All filters, behind "More filters": a group for each facet, and the period.

import { button, make } from "./dom.js";
import { FACET_WORDS } from "./facet-words.js";
import { FilterGroup } from "./filter-group.js";
import { PeriodFields } from "./period-fields.js";

const WIDE = "(min-width: 46.01rem)";

let panels = 0;

export class FilterPanel {
  door;
  element;
  #tools;
  #groups = null;
  #state = null;

  /** `tools`: `words(text)` and `mark(facet, id)`, for the groups. `opened()` is called when the panel first opens. */
  constructor(tools, opened) {
    this.#tools = tools;
    const id = `chronology-panel-${(panels += 1)}`;
    this.element = make("div", { id, class: "chronology-panel", role: "group", "aria-label": "More filters", hidden: true });
    this.door = button({ class: "chronology-chip chronology-door", "aria-expanded": "false", "aria-controls": id }, () => this.#toggle(opened), "More filters");
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.#toggle();
      this.door.focus();
    });
  }

  show(state) {
    this.#state = state;
    if (!this.element.hidden) this.#draw();
  }

  #toggle(opened) {
    this.element.hidden = !this.element.hidden;
    this.door.setAttribute("aria-expanded", String(!this.element.hidden));
    if (!this.element.hidden) this.#draw();
    opened?.();
  }

  #draw() {
    if (!this.#state) return;
    if (!this.#groups) this.#build();
    for (const group of this.#groups) group.show(this.#state);
  }

  /** On a phone the groups are closed, and each says how much is chosen in it. */
  #build() {
    const open = matchMedia(WIDE).matches;
    const facets = Object.keys(FACET_WORDS).filter((facet) => facet !== "source");
    const last = new FilterGroup("source", { ...this.#tools, open });
    this.#groups = [...facets.map((facet) => new FilterGroup(facet, { ...this.#tools, open })), new PeriodFields({ open }), last];
    this.element.replaceChildren(...this.#groups.map(({ element }) => element));
  }
}
