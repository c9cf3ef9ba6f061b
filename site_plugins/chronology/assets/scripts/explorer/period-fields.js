// The period in the panel: from, to, and whether an event's date must lie in it certainly.

import { choose, make } from "./dom.js";
import { readPeriodEntry } from "./period-entry.js";
import { inWords, parsePeriodDate } from "./periods.js";

const FORMS = "Write 2025, March 2025, 13 March 2025 or 2025-03-13.";
const HOW = {
  possibly: ["possibly within", "Also events of which it is only possible: one dated “March 2025” counts for 13 March."],
  certainly: ["certainly within", "Only events whose whole date lies in the period: one dated “March 2025” does not count for 13 March."],
};

let groups = 0;

export class PeriodFields {
  element;
  #id = `chronology-period-${(groups += 1)}`;
  #selection = null;
  #fields = {};
  #number = make("small");
  #explained = make("p", { class: "chronology-hint" });
  #how = [];

  constructor({ open }) {
    const fields = make(
      "fieldset",
      {},
      make("legend", { class: "chronology-unseen" }, "Period"),
      this.#field("from", "From"),
      this.#field("to", "To"),
      make("div", { class: "chronology-how", role: "radiogroup", "aria-label": "Events" }, ...Object.keys(HOW).map((value) => this.#option(value))),
      this.#explained,
    );
    this.element = make("details", { class: "chronology-group-of", "data-facet": "period", open }, make("summary", {}, "Period", this.#number), fields);
  }

  show({ selection }) {
    this.#selection = selection;
    this.#number.textContent = selection.from || selection.to ? " chosen" : "";
    for (const [part, { input, hint }] of Object.entries(this.#fields)) {
      if (document.activeElement === input && input.getAttribute("aria-invalid")) continue;
      input.value = selection[part] ? inWords(selection[part]) : "";
      hint.textContent = "";
      input.removeAttribute("aria-invalid");
    }
    for (const box of this.#how) box.checked = box.value === selection.within;
    this.#explained.textContent = HOW[selection.within][1];
  }

  #field(part, words) {
    const hint = make("span", { id: `${this.#id}-${part}-hint`, class: "chronology-hint", "aria-live": "polite" });
    const input = make("input", { id: `${this.#id}-${part}`, type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": hint.id });
    input.addEventListener("input", () => this.#explain(part));
    input.addEventListener("change", () => this.#apply(part));
    this.#fields[part] = { input, hint };
    return make("p", { class: "chronology-field" }, make("label", { for: input.id }, words), input, hint);
  }

  #option(value) {
    const box = make("input", { type: "radio", name: `${this.#id}-within`, value });
    box.addEventListener("change", () => choose(this.element, { within: value }));
    this.#how.push(box);
    return make("label", {}, box, HOW[value][0]);
  }

  /** While one types: how it is understood, and no word of mistakes yet. */
  #explain(part) {
    const { input, hint } = this.#fields[part];
    const date = readPeriodEntry(input.value);
    hint.textContent = date ? `= ${meaning(part, date)}` : "";
    if (date) input.removeAttribute("aria-invalid");
  }

  #apply(part) {
    const { input, hint } = this.#fields[part];
    const text = input.value.trim();
    const date = readPeriodEntry(text);
    const other = this.#selection[part === "from" ? "to" : "from"];
    const problem = text && !date ? `“${text}” is not understood as a date. ${FORMS}` : date && other && this.#crosses(part, date, other);
    input.removeAttribute("aria-invalid");
    if (problem) {
      input.setAttribute("aria-invalid", "true");
      hint.textContent = problem;
    } else if (date !== this.#selection[part]) choose(this.element, { [part]: date });
  }

  #crosses(part, date, other) {
    const [from, to] = part === "from" ? [date, other] : [other, date];
    if (parsePeriodDate(from).first <= parsePeriodDate(to).last) return null;
    return part === "from" ? `This is after the end, ${inWords(to)}.` : `This is before the beginning, ${inWords(from)}.`;
  }
}

/** What an entry means, with the day where it is a month or a year: "1 March 2025". */
function meaning(part, date) {
  const { unit } = parsePeriodDate(date);
  if (unit === "day") return inWords(date);
  return part === "from" ? `the beginning of ${inWords(date)}` : `the end of ${inWords(date)}`;
}
