// The timeline's buttons, and the choice of its lanes.

import { button, draw, make } from "./dom.js";

const BUTTONS = [
  ["earlier", "Earlier", "M8 2 4 6l4 4"],
  ["later", "Later", "M4 2l4 4-4 4"],
  ["zoomOut", "Zoom out", "M2 6h8"],
  ["zoomIn", "Zoom in", "M2 6h8M6 2v8"],
];
const LANES = [["", "One lane"], ["type", "Lanes by type"], ["topic", "Lanes by topic"], ["actor", "Lanes by actor"]];

export class TimelineTools {
  #buttons = new Map();
  #select = make("select", { "aria-label": "Lanes of the timeline" });
  #offered = null;

  /** `command(name)` is called for a button, `lanes(name)` for a choice of lanes. */
  constructor({ command, lanes }) {
    for (const [name, label, shape] of BUTTONS) {
      const icon = draw("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, draw("path", { d: shape }));
      this.#add(name, button({ "aria-label": label, title: label }, () => this.#ask(name, command), icon));
    }
    this.#add("whole", button({}, () => this.#ask("whole", command), "Whole"));
    this.#select.addEventListener("change", () => lanes(this.#select.value || null));
    this.element = make("div", { class: "chronology-timeline-tools" },
      this.#select,
      make("div", { role: "group", "aria-label": "Timeline" }, ...this.#buttons.values())); // prettier-ignore
  }

  #add(name, element) {
    this.#buttons.set(name, element);
  }

  #ask(name, command) {
    if (this.#buttons.get(name).getAttribute("aria-disabled") !== "true") command(name);
  }

  /** Show which lanes are chosen, of facets that have choices, and what can be done now: {zoomIn: true, …}. */
  show({ lanes, facets, can }) {
    const offered = LANES.filter(([name]) => !name || facets[name].choices.length > 1 || name === lanes);
    if (offered.join() !== this.#offered) this.#select.replaceChildren(...offered.map(([value, label]) => make("option", { value }, label)));
    this.#offered = offered.join();
    this.#select.value = lanes ?? "";
    // Not `disabled`: that would take the focus from under the reader's fingers.
    for (const [name, element] of this.#buttons) element.setAttribute("aria-disabled", String(!can[name]));
  }
}
