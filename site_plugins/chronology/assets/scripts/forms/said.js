// What the form says of what was just done, and the way back where it took something away.

import { button, make } from "../explorer/dom.js";

const STANDS = 4000; // milliseconds that a message stands

export class Said {
  element = make("p", { class: "chronology-said-by-form", role: "status" });
  #timer = 0;
  #state = null;

  say(words) {
    this.clear();
    this.element.textContent = words;
    this.#timer = setTimeout(() => this.clear(), STANDS);
  }

  /** A message with a button; it stands until the record, which is at `state` now, is another. */
  offer(words, state, undo) {
    this.clear();
    this.#state = state;
    const back = button({ class: "chronology-quiet-button" }, () => {
      this.clear();
      undo();
    }, "Undo");
    this.element.replaceChildren(words, " ", back);
  }

  /** The record is at a state: what was offered at another would take back more than it says. */
  passed(state) {
    if (this.#state !== null && this.#state !== state) this.clear();
  }

  /** A button that vanished leaves its focus to the one that brings it back. */
  focus() {
    this.element.querySelector("button")?.focus();
  }

  clear() {
    clearTimeout(this.#timer);
    this.#state = null;
    this.element.replaceChildren();
  }
}
