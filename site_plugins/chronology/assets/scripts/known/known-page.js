// What of a page follows the day that it is shown as known on. Everything is found by the hooks that templates set:
//   id=ANCHOR, data-claim=EVENT#ANCHOR a claim: hidden until it was made; its class tells its state
//   data-state, within a claim         words on a state: shown only while the claim has it
//   data-group                         hidden while all claims within it are; so are tables of claims, by their class
//   data-question                      what is told of a question's standing: another piece from state to state
//   data-mark-of                       the mark alone, which leads that piece
//   .chronology-standing               what is told of an event's standing, within data-event
//   article[data-event]                an event of a list: hidden until it was public
//   #source-ID, data-source            a source, and words quoted from it: hidden until the page would have cited it
//   data-since                         hidden before that day, unless it is a claim of the above
//   data-now                           true only of the present: hidden until all that it tells was known

import { compareDays, parseDay, stateOn, withDay } from "./known.js";

const STATES = ["revised", "withdrawn"];
const GROUPS = "[data-group], .chronology-claims, .chronology-says, .chronology-matrix";
const LINKS = ".chronology-entry :is(h2, h3) a, .chronology-foot a[rel]";

export class KnownPage {
  #root;
  #data;
  #pieces;
  #swapped = new Map();
  #links = new Map();
  #counts = new Set();

  /** `root` is the page's record; `pieces` are <template> elements, by the numbers in `data`. */
  constructor(root, data, pieces) {
    this.#root = root;
    this.#data = data;
    this.#pieces = pieces;
  }

  /** Show the page as known on a day, or as it is now where that is null; return the state, if any. */
  show(day) {
    this.#restore();
    if (!day) return null;
    const state = stateOn(this.#data, day);
    this.#showClaims(state);
    this.#showPieces(state);
    this.#showEvents(state);
    this.#showSources(state);
    for (const one of this.#all("[data-since]:not([data-was])")) hide(one, compareDays(day, parseDay(one.dataset.since)) < 0);
    for (const one of this.#all("[data-now]")) hide(one, !state.present);
    this.#carry(day);
    return state;
  }

  #all(selector, within = this.#root) {
    return [...within.querySelectorAll(selector)];
  }

  /** The elements of a claim: by event and anchor; on its event's page by the anchor alone too. */
  #elementsOf(claim) {
    const id = CSS.escape(claim);
    if (this.#data.kind !== "event") return this.#all(`[data-claim="${id}"]`);
    const [event] = Object.keys(this.#data.public);
    return this.#all(`[id="${id}"], [data-claim="${id}"], [data-claim="${CSS.escape(`${event}#${claim}`)}"]`);
  }

  #showClaims({ claims }) {
    for (const [claim, state] of Object.entries(claims)) {
      for (const element of this.#elementsOf(claim)) {
        element.dataset.was ??= STATES.find((one) => element.classList.contains(`chronology-${one}`)) ?? "stands";
        mark(element, state ?? "stands");
        hide(element, state === undefined);
      }
    }
    for (const group of this.#all(GROUPS)) {
      const claims = this.#all("[data-was]", group);
      hide(group, claims.length > 0 && claims.every((one) => one.hasAttribute("hidden")));
    }
  }

  #showPieces({ events, questions }) {
    for (const [event, piece] of Object.entries(events)) {
      const within = `[data-event="${CSS.escape(event)}"]`;
      for (const one of this.#all(`${within} .chronology-standing, ${within}.chronology-standing`)) this.#swap(one, piece);
    }
    for (const [question, piece] of Object.entries(questions)) {
      const id = CSS.escape(question);
      for (const one of this.#all(`[data-question="${id}"]`)) this.#swap(one, piece);
      for (const one of this.#all(`[data-mark-of="${id}"] .chronology-mark`)) this.#swap(one, piece, ".chronology-mark");
    }
  }

  #swap(element, piece, part = "*") {
    if (piece === undefined) hide(element.closest(".chronology-question") ?? element, true);
    else if (piece !== null) {
      const other = this.#pieces[piece].content.querySelector(part).cloneNode(true);
      this.#swapped.set(other, element);
      element.replaceWith(other);
    }
  }

  #showEvents({ public: published }) {
    if (this.#data.kind !== "list") return;
    for (const entry of this.#all("article[data-event]")) hide(entry, published[entry.dataset.event] === false);
    for (const day of this.#all(".chronology-day")) hide(day, !this.#all("article:not([hidden])", day).length);
    for (const month of this.#all(".chronology-month")) {
      const days = following(month);
      const all = days.flatMap((day) => this.#all("article[data-event]", day));
      const shown = all.filter((entry) => !entry.hidden).length;
      hide(month, all.length > 0 && !shown);
      for (const link of this.#all(`a[href="#${CSS.escape(month.id)}"]`)) hide(link, all.length > 0 && !shown);
      const count = month.querySelector("small");
      if (count && all.length) this.#recount(count, shown, all.length);
    }
  }

  #recount(count, shown, all) {
    count.dataset.all ??= count.textContent; // the explorer counts here too, what its filters leave
    this.#counts.add(count);
    if (shown < all) count.textContent = `${shown} of ${count.dataset.all}`;
  }

  #showSources({ sources }) {
    for (const [source, cited] of Object.entries(sources)) {
      const id = CSS.escape(source);
      const elements = this.#all(`#source-${id}, [data-source="${id}"], sup a[href="#source-${id}"]`);
      for (const one of elements) hide(one, !cited);
    }
    for (const list of this.#all("ol.chronology-sources")) {
      // Each keeps its number: that is how claims name it.
      for (const [index, item] of [...list.children].entries()) item.value = index + 1;
      hide(list.closest("section") ?? list, [...list.children].every((item) => item.hidden));
    }
  }

  /** Links to events lead to them as known on the same day. */
  #carry(day) {
    for (const link of this.#all(LINKS)) {
      this.#links.set(link, link.getAttribute("href"));
      link.href = withDay(link.href, day);
    }
  }

  #restore() {
    for (const [other, element] of this.#swapped) other.replaceWith(element);
    for (const [link, href] of this.#links) link.setAttribute("href", href);
    for (const count of this.#counts) count.textContent = count.dataset.all;
    for (const one of [this.#swapped, this.#links, this.#counts]) one.clear();
    for (const one of this.#all("[data-was]")) mark(one, one.dataset.was);
    for (const one of this.#all("[data-hid]")) hide(one, false);
  }
}

/** Hide an element, or show again what was hidden by this; an SVG's has no `hidden` property. */
function hide(element, hidden) {
  if (hidden === element.hasAttribute("hidden")) return;
  if (hidden || "hid" in element.dataset) {
    element.toggleAttribute("hidden", hidden);
    element.toggleAttribute("data-hid", hidden);
  }
}

function mark(claim, state) {
  for (const one of STATES) claim.classList.toggle(`chronology-${one}`, one === state);
  for (const words of claim.querySelectorAll("[data-state]")) hide(words, words.dataset.state !== state);
}

/** The days beneath a month's heading. */
function following(month) {
  const days = [];
  for (let next = month.nextElementSibling; next?.matches(".chronology-day"); next = next.nextElementSibling) days.push(next);
  return days;
}
