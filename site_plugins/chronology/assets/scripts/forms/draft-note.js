// What the form says of the draft that is kept of what is written in it.

import { button, make } from "../explorer/dom.js";

export class DraftNote {
  element = make("p", { class: "chronology-draft", hidden: true });
  #discard;
  #another;

  /** `another()` gives the link to begin another record, or null. */
  constructor({ discard, another }) {
    this.#discard = discard;
    this.#another = another;
  }

  kept() {
    if (this.element.hidden) this.#say("A draft is kept in this browser, and nowhere else.");
  }

  changedElsewhere() {
    this.#say("This draft was changed in another tab. Load this page again to take up what stands there; what you write here takes its place.");
  }

  published(id) {
    this.#say(`“${id}” is on the site by now: its draft can be discarded.`);
  }

  /** `clashes`: the fields that both the draft and the site have changed. */
  takenUp({ saved, isStale, clashes }) {
    const day = new Date(saved).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
    const words = [`A draft of ${day} was taken up again.`];
    if (isStale) words.push("The record has changed on the site since then; both changes stand here now.");
    if (clashes.length) words.push(`Where both changed the same, yours stands: ${clashes.join(", ")}. Look at what changed at the end of this page.`);
    this.#say(words.join(" "));
  }

  #say(words) {
    this.element.hidden = false;
    if (this.element.dataset.says === words) return;
    this.element.dataset.says = words;
    const discard = button({ class: "chronology-quiet-button" }, this.#discard, "Discard the draft");
    const another = this.#another();
    this.element.replaceChildren(words, " ", discard, ...(another ? [" ", another] : []));
  }
}
