// <chronology-filters>: the controls of the explorer. Each part is a module of its own; this lays them out.

import "../search/words.js";
import { button, choose, count, make, stateLink } from "./dom.js";
import { loosenings, markOf, sayCount, saySelection, sayUnknown } from "./facet-words.js";
import { FilterBox, wordsOption } from "./filter-box.js";
import { FilterChips, partsOf } from "./filter-chips.js";
import { FilterPanel } from "./filter-panel.js";
import { datesWithoutYear, readPeriodEntry } from "./period-entry.js";
import { inWords } from "./periods.js";
import { activeFilters, change, isNothing, NOTHING, withChoice, withoutFilter, writeSelection } from "./selection.js";
import { ShareRow } from "./share-row.js";
import { folded, suggest } from "./suggestions.js";

const MOST_YEARS = 4; // the latest
const VIEWS = { list: "List", map: "Map", figures: "Figures" };
const words = self.chronologySearch.words;

export class ChronologyFilters extends HTMLElement {
  #state = null;
  #entries = null;
  #box;
  #chips;
  #panel;
  #share;
  #views = make("nav", { class: "chronology-views", "aria-label": "View", hidden: true });
  #count = make("p", { class: "chronology-shown" });
  #clear = button({ class: "chronology-quiet-button", hidden: true }, () => this.#removeAll(), "Remove all");
  #notes = make("div", { class: "chronology-notes" });
  #printed = make("p", { class: "chronology-printed" });

  connectedCallback() {
    if (!this.#box) this.#build();
  }

  disconnectedCallback() {
    this.#share.stop();
  }

  #build() {
    const explorer = this.closest("chronology-explorer");
    const { name = "", embed = null } = explorer?.dataset ?? {};
    const need = () => this.dispatchEvent(new CustomEvent("chronology-need", { bubbles: true }));
    this.#panel = new FilterPanel({ words, mark: (facet, id) => (facet === "standing" ? markOf(this, id) : null) }, need);
    this.#chips = new FilterChips(this.#panel.door);
    this.#box = new FilterBox((text) => this.#offer(text), (option) => this.#take(option));
    this.#share = new ShareRow({ name, embed });
    this.addEventListener("focusin", need, { once: true });
    this.#box.input.addEventListener("focus", () => this.#makeRoom());
    this.replaceChildren(
      make("div", { class: "chronology-bar" }, this.#box.element, this.#views),
      this.#chips.element,
      this.#panel.element,
      make("div", { class: "chronology-outcome" }, this.#count, this.#clear, this.#share.element, this.#share.code),
      this.#notes,
      this.#printed,
    );
  }

  /** In a small window the keyboard would cover what the box offers: the box goes to the top. */
  #makeRoom() {
    if (matchMedia("(max-width: 46rem)").matches) setTimeout(() => this.#box.element.scrollIntoView({ behavior: "instant" }));
  }

  show(state) {
    const { dataset, selection, result } = state;
    if (this.#state?.dataset !== dataset) this.#entries = folded(dataset, words);
    this.#state = state;
    this.removeAttribute("aria-busy");
    this.#chips.show(state);
    this.#panel.show(state);
    this.#share.show(state);
    this.#box.refresh();
    this.#showViews(state);
    this.#count.replaceChildren(sayCount(result.total, dataset.size), state.complete ? "" : " so far; still searching …");
    this.#clear.hidden = isNothing(selection);
    this.#notes.replaceChildren(...this.#notesOf(state));
    const chosen = saySelection(selection, dataset);
    this.#printed.replaceChildren(...(chosen ? [make("b", {}, chosen), " "] : []), location.href);
  }

  /** Words are being asked for: what is shown stays until then. */
  search({ words }) {
    this.setAttribute("aria-busy", "true");
    this.#count.textContent = `Searching for “${words}” …`;
  }

  /** The data could not be read; the page stays as it is. */
  fail(again) {
    const retry = button({ class: "chronology-quiet-button" }, again, "Try again");
    const text = "The filters could not be loaded, so the page is shown whole. ";
    this.#notes.replaceChildren(make("p", { class: "chronology-note-line", role: "alert" }, text, retry));
  }

  #offer(text) {
    const last = wordsOption(text);
    if (!this.#state) return [last];
    const { selection, result } = this.#state;
    const isChosen = (facet, id) => selection[facet].ids.includes(id);
    const found = suggest(this.#entries, words(text), result.counts, isChosen);
    const options = found.map((one) => ({ ...one, kind: "choice", good: one.level < 2 && one.facet !== "source" && one.count > 0 }));
    const date = /\d{4}|\b(?:bc|ad)\b/i.test(text) ? readPeriodEntry(text) : null;
    const period = (date) => ({ kind: "period", label: inWords(date), hint: "period", date, good: true });
    if (date) options.unshift(period(date));
    const yearless = datesWithoutYear(text, this.#state.dataset.first).slice(-MOST_YEARS);
    options.splice(options[0]?.good ? options.length : 0, 0, ...yearless.map(({ date }) => period(date)));
    return [...options, last];
  }

  #take(option) {
    const { selection } = this.#state ?? { selection: NOTHING };
    if (option.kind === "words") choose(this, { words: option.text });
    else if (option.kind === "period") choose(this, { from: option.date, to: option.date });
    else choose(this, { [option.facet]: withChoice(selection, option.facet, option.id)[option.facet] });
  }

  #removeAll() {
    choose(this, partsOf(NOTHING));
    this.#box.focus();
  }

  #showViews(state) {
    const { views, shown } = state;
    this.#views.hidden = views.length < 2;
    const focused = this.#views.contains(document.activeElement) ? document.activeElement.dataset.view : null;
    const links = views.map((view) => this.#viewLink(view, view === shown ? "true" : null, state));
    this.#views.replaceChildren(...links);
    links.find((link) => link.dataset.view === focused)?.focus({ preventScroll: true });
  }

  /** A page that is for one view leads to the first page for the others. */
  #viewLink(view, current, { selection, here }) {
    const { home } = this.closest("chronology-explorer")?.dataset ?? {};
    const attributes = { "aria-current": current, "data-view": view };
    const other = change(selection, { view: home && current ? null : view });
    if (home && !current) return make("a", { ...attributes, href: home + writeSelection(other, location.search) }, VIEWS[view]);
    return stateLink({ ...attributes, href: here(other) }, () => choose(this, { view: other.view }), VIEWS[view]);
  }

  *#notesOf(state) {
    const { selection, unknown, failed, result } = state;
    const line = (...parts) => make("p", { class: "chronology-note-line" }, ...parts);
    for (const one of unknown) yield line(sayUnknown(one));
    if (failed) yield line("The words could not be searched; shown without them.");
    if (selection.known) {
      yield line(`Events that were not public on ${inWords(selection.known)} are left out. Filters and their counts use the record of today.`);
    }
    if (!result.total) yield this.#emptyOf(state);
  }

  #emptyOf({ dataset, selection, result, here }) {
    const items = loosenings(result, selection, dataset).map((one) => this.#loosen(one, selection, here));
    const onlyWords = selection.words && activeFilters(selection).length === 1 && !selection.known;
    const head = onlyWords ? "No event has these words." : "No event has all of this.";
    const all = stateLink({ href: here(change(selection, partsOf(NOTHING))) }, () => this.#removeAll(), "Remove all filters");
    return make("div", { class: "chronology-empty" }, make("p", {}, head), make("ul", {}, ...items, make("li", {}, all)));
  }

  #loosen({ filter, words, total }, selection, here) {
    const events = make("span", {}, ` ${count(total, "event")}`);
    if (filter.parameter === "known") {
      const present = new URL(location.href);
      present.searchParams.delete("known");
      return make("li", {}, stateLink({ href: present.href }, () => location.assign(present), words), events);
    }
    const left = withoutFilter(selection, filter);
    return make("li", {}, stateLink({ href: here(left) }, () => choose(this, partsOf(left)), words), events);
  }
}
