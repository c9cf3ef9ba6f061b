// <chronology-known>: the choice of the day that a page is shown as known on. The address is all that it remembers.

import { compareDays, dayIn, inWords, neighbours, parseDay, withDay } from "./known.js";
import { KnownPage } from "./known-page.js";

const NOTHING = { event: "nothing was public yet", list: "no event was public yet", series: "nothing had been said yet" };

/** An element with its attributes and what it holds. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export class ChronologyKnown extends HTMLElement {
  #data;
  #page;
  #notice;
  #said;
  #select;
  #items = [];
  #day = null;
  #onPopState = () => this.#show({ quietly: false });

  connectedCallback() {
    if (!this.#data) this.#prepare();
    window.addEventListener("popstate", this.#onPopState);
    this.#show({ quietly: true });
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this.#onPopState);
  }

  #prepare() {
    this.#data = JSON.parse(this.querySelector("template[data-states]").content.textContent);
    const root = this.closest(".chronology-record") ?? document.body;
    this.#page = new KnownPage(root, this.#data, [...this.querySelectorAll("template[data-piece]")]);
    this.#said = make("p", { class: "chronology-unseen", role: "status" });
    this.append(this.#said);
    if (this.#data.kind === "event") this.#prepareList();
    else this.#prepareChoice();
    this.#prepareNotice(root);
  }

  /** Beside an event: its list of days becomes a list of links, the last of them to the present. */
  #prepareList() {
    this.querySelector("h2").textContent = "As known on";
    for (const item of this.querySelectorAll("li[data-day]")) {
      const date = item.querySelector("b");
      const link = this.#link(parseDay(item.dataset.day));
      link.append(...date.childNodes);
      date.append(link);
      this.#items.push([link.day, item]);
    }
    const now = this.#link(null, "Now");
    const item = make("li", {}, make("b", {}, now));
    this.querySelector("ol").append(item);
    this.#items.push([null, item]);
  }

  #link(day, ...children) {
    const link = make("a", { href: withDay(location.href, day) }, ...children);
    link.day = day;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation(); // Material's instant navigation would fetch the page again
      this.#go(day, { step: false });
    });
    return link;
  }

  /** On lists and series: a choice of all days. */
  #prepareChoice() {
    this.#select = make("select", {}, make("option", { value: "" }, "now"));
    for (const text of this.#data.days) this.#select.append(make("option", { value: text }, inWords(parseDay(text))));
    this.#select.addEventListener("change", () => this.#go(parseDay(this.#select.value), { step: true }));
    this.append(make("label", {}, "As known on ", this.#select));
  }

  #prepareNotice(root) {
    const words = make("p");
    const earlier = make("button", { type: "button" }, "Earlier");
    const later = make("button", { type: "button" }, "Later");
    const present = this.#link(null, "Show the present");
    const hint = make("p", {}, make("small", {}, "Titles, summaries and texts stand as they are written now."));
    const choose = make("p", { class: "chronology-choose" }, earlier, later, present);
    this.#notice = make("div", { class: "chronology-notice chronology-as-known", role: "note", hidden: "" }, words, hint, choose);
    Object.assign(this.#notice, { words, earlier, later });
    earlier.addEventListener("click", () => this.#step("earlier"));
    later.addEventListener("click", () => this.#step("later"));
    const head = root.querySelector(".chronology-head, .chronology-lede");
    if (this.#data.kind === "event" && head) head.prepend(this.#notice);
    else this.append(this.#notice);
  }

  #step(way) {
    const day = this.#day && neighbours(this.#data.days, this.#day)[way];
    if (day) this.#go(day, { step: true });
  }

  /** Choose a day. A step from day to day takes the place of the last one, so that Back leads out of all of them. */
  #go(day, { step }) {
    const address = withDay(location.href, day);
    if (address === location.href) return;
    if (step && day && this.#day) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
    const within = this.#notice.contains(document.activeElement);
    this.#show({ quietly: false });
    if (!day && within) this.#takeFocus();
  }

  /** The notice is gone, and with it what had the focus. */
  #takeFocus() {
    (this.#select ?? this.querySelector("li:last-of-type a")).focus({ preventScroll: true });
  }

  #show({ quietly }) {
    const day = dayIn(location.href);
    if (!quietly && day?.text === this.#day?.text) return;
    this.#day = day;
    const words = this.#describe(day, this.#page.show(day));
    this.#notice.hidden = !day;
    this.#notice.words.replaceChildren(...(day ? [make("b", {}, words.title), words.rest] : []));
    if (!quietly) this.#said.textContent = day ? words.title + words.rest : "As known now.";
    this.#markItems(day);
    this.#markSteps(day);
    if (!quietly) document.dispatchEvent(new CustomEvent("chronology-known")); // the explorer's filters follow it too
  }

  #describe(day, state) {
    if (!day) return null;
    return { title: `As known on ${inWords(day)}`, rest: `: ${state.words ?? NOTHING[this.#data.kind]}.` };
  }

  /** The current day is the last on which something changed. */
  #markItems(day) {
    const reached = day && this.#items.filter(([one]) => one && compareDays(one, day) <= 0).at(-1);
    for (const one of this.#items) {
      const current = day ? one === reached : one[0] === null;
      one[1].classList.toggle("on", current);
      const link = one[1].querySelector("a");
      if (current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  #markSteps(day) {
    const next = day ? neighbours(this.#data.days, day) : {};
    for (const way of ["earlier", "later"]) {
      // Not `disabled`: that would take the focus from under the reader's fingers.
      this.#notice[way].setAttribute("aria-disabled", String(!next[way]));
    }
    if (this.#select) this.#choose(day?.text ?? "", day);
  }

  /** A day on which nothing changed is an option too while it is chosen. */
  #choose(text, day) {
    this.#select.querySelector("[data-other]")?.remove();
    if (day && !this.#data.days.includes(text)) {
      const next = [...this.#select.options].find((one) => one.value && compareDays(parseDay(one.value), day) > 0);
      this.#select.insertBefore(make("option", { value: text, "data-other": "" }, inWords(day)), next ?? null);
    }
    this.#select.value = text;
  }
}
