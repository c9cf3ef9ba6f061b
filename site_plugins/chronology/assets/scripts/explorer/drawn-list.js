// A list drawn from the data, 200 events a page: months, days and entries, of which what is said comes when they are
// near. In place of what the page has, which comes back when nothing is selected.

import { choose, count, make, stateLink } from "./dom.js";
import { EntryDetails } from "./entry-details.js";
import { markOfEvent } from "./facet-words.js";
import { marginOf, monthOf } from "./margins.js";
import { change, isNothing } from "./selection.js";

export const PAGE = 200;

export class DrawnList {
  #root;
  #own;
  #details = new EntryDetails();
  #drawn = make("div", { class: "chronology-brief", hidden: true });
  #shown = null;

  constructor(root) {
    this.#root = root;
    this.#own = [...root.children];
    root.append(this.#drawn);
  }

  show(state) {
    const { selection, result } = state;
    const own = this.#own.length > 0 && isNothing(selection) && selection.page === 1 && !selection.known;
    for (const child of this.#own) child.toggleAttribute("data-out", !own);
    this.#drawn.hidden = own;
    const pages = Math.max(1, Math.ceil(result.events.length / PAGE));
    const page = Math.min(selection.page, pages);
    const events = own ? [] : result.events.slice((page - 1) * PAGE, page * PAGE);
    const shown = [selection.known, ...events].join();
    if (shown !== this.#shown) this.#draw(events, state);
    this.#shown = shown;
    if (!own) this.#drawPager(page, pages, state);
  }

  #draw(events, state) {
    const parts = [];
    for (const [month, inMonth] of grouped(events, (event) => monthOf(state.dataset, event))) {
      const title = make("h2", { class: "chronology-month" }, month, make("small", {}, count(inMonth.length, "event")));
      parts.push(title, ...grouped(inMonth, (event) => state.dataset.when[event]).map(([, sameDay]) => this.#day(sameDay, state)));
    }
    this.#drawn.replaceChildren(...parts);
  }

  #day(events, state) {
    const { numeral, lines } = marginOf(state.dataset, events[0]);
    const isWord = !/^[\d–]+$/.test(numeral);
    const date = make("div", { class: "chronology-date" }, make("b", { class: isWord ? "chronology-word" : null }, numeral), ...lines.map((line) => make("span", {}, line)));
    const day = make("div", { class: "chronology-day" }, date, make("div", {}, ...events.map((event) => this.#entry(event, state))));
    day.style.setProperty("--chronology-entries", events.length); // how high it will be, before it is laid out
    // As known on a day: which of the claims were made by then, the event's page tells.
    if (!state.selection.known) this.#details.await(day, events);
    return day;
  }

  #entry(event, { dataset, address, selection }) {
    const id = dataset.ids[event];
    const known = selection.known ? `?known=${selection.known}` : "";
    return make(
      "article",
      { class: "chronology-entry", "data-event": id },
      make("div", { class: "chronology-kicker" }, kicker(dataset, event)),
      make("h3", {}, make("a", { href: address(id) + known }, dataset.titles[event])),
      make("div", { class: "chronology-meta" }, markOfEvent(this.#root, dataset, event), make("span", {}, reports(dataset, event))),
    );
  }

  #drawPager(page, pages, { selection, here }) {
    this.#drawn.querySelector(".chronology-pager")?.remove();
    if (pages < 2) return;
    const items = pagesAround(page, pages).map((number) => {
      if (number === null) return make("li", { "aria-hidden": "true" }, "…");
      const href = here(change(selection, { page: number }));
      const current = number === page ? "page" : null;
      return make("li", {}, stateLink({ href, "aria-current": current }, () => this.#turn(number), String(number)));
    });
    this.#drawn.append(make("nav", { class: "chronology-pager", "aria-label": "Pages" }, make("ol", {}, ...items)));
  }

  #turn(page) {
    choose(this.#root, { page });
    const first = this.#drawn.querySelector(".chronology-month");
    first?.setAttribute("tabindex", "-1");
    first?.focus({ preventScroll: true });
    this.#root.scrollIntoView();
  }
}

/** Items with the same key that follow one another, as [key, items]. */
function grouped(items, keyOf) {
  const groups = [];
  for (const item of items) {
    const key = keyOf(item);
    if (groups.at(-1)?.[0] === key) groups.at(-1)[1].push(item);
    else groups.push([key, [item]]);
  }
  return groups;
}

/** The first and last page and those near the current one; null where some are left out. */
export function pagesAround(page, pages) {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pages].filter((one) => one >= 1 && one <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, at) => (at && number > numbers[at - 1] + 1 ? [null, number] : [number]));
}

function kicker(dataset, event) {
  const labels = (facet) => dataset.facets[facet].own(event).map((choice) => dataset.facets[facet].choices[choice].label);
  const places = labels("place");
  const more = places.length > 2 ? ` and ${places.length - 2} more` : "";
  return [places.slice(0, 2).join(", ") + more, ...labels("type")].filter(Boolean).join(" · ");
}

function reports(dataset, event) {
  return `${count(dataset.reports[event], "report")}, ${count(dataset.origins[event], "independent origin")}`;
}
