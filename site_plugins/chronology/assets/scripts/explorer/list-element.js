// <chronology-list>: the events that are selected. `data-mode="entries"`: the page has all of them, and those left out
// are hidden. `data-mode="data"`: they are drawn from the data, a page at a time, in place of what the page has.

import { pointAt } from "./dom.js";
import { DrawnList } from "./drawn-list.js";
import { EntryList } from "./entry-list.js";

const ENTRY = "article[data-event]";

export class ChronologyList extends HTMLElement {
  #list = null;
  #listening = null;
  #pointed = new Set();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of ["pointerover", "focusin"]) this.addEventListener(type, (event) => this.#reach(event.target), { signal });
    for (const type of ["pointerleave", "focusout"]) this.addEventListener(type, () => pointAt(this, []), { signal });
    this.#list ??= this.dataset.mode === "data" ? new DrawnList(this) : new EntryList(this);
    const paper = matchMedia("print");
    paper.addEventListener("change", () => this.#writeAddresses(), { signal });
    window.addEventListener("beforeprint", () => this.#writeAddresses(), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  show(state) {
    this.#list.show(state);
    this.#mark();
  }

  /** Mark what the reader points at, here or in another view. */
  point(ids) {
    this.#pointed = ids;
    this.#mark();
  }

  #mark() {
    for (const one of this.querySelectorAll(".chronology-pointed")) one.classList.remove("chronology-pointed");
    for (const id of this.#pointed) {
      this.querySelector(`article[data-event="${CSS.escape(id)}"]`)?.classList.add("chronology-pointed");
    }
  }

  #reach(target) {
    const entry = target.closest(ENTRY);
    const id = entry?.dataset.event;
    if (id ? !this.#pointed.has(id) || this.#pointed.size > 1 : this.#pointed.size) pointAt(this, id ? [id] : []);
  }

  /** On paper each title is followed by its address, whole. */
  #writeAddresses() {
    for (const link of this.querySelectorAll(`${ENTRY} :is(h2, h3) a`)) link.dataset.address = link.href.split("?")[0];
  }
}
