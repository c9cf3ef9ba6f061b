// What the build's lists say of an event beneath its title, for entries that are drawn from the data: fetched, a hundred
// events at once, when one of them comes near the window. pages/entry_details.py writes the files.

import { make } from "./dom.js";

const FOLDER = new URL("../../../data/entries/", import.meta.url);
const PIECE = 100; // events in a file
const NEAR = "600px 0px";

export class EntryDetails {
  #events = new WeakMap();
  #pieces = new Map();
  #watching = new IntersectionObserver((days) => {
    for (const { isIntersecting, target } of days) if (isIntersecting) this.#fill(target);
  }, { rootMargin: NEAR }); // prettier-ignore

  /** Complete the entries of a day, the events by number, when it comes near. */
  await(day, events) {
    day.classList.add("chronology-awaited");
    this.#events.set(day, events);
    this.#watching.observe(day);
  }

  async #fill(day) {
    this.#watching.unobserve(day);
    const events = this.#events.get(day);
    const pieces = await Promise.all(events.map((event) => this.#piece(Math.floor(event / PIECE))));
    day.querySelectorAll("article").forEach((entry, at) => complete(entry, pieces[at][entry.dataset.event]));
    day.classList.remove("chronology-awaited");
  }

  /** Without its file an entry stays as brief as it is. */
  #piece(number) {
    if (!this.#pieces.has(number)) {
      const asked = fetch(new URL(`${number}.json`, FOLDER), { cache: "no-cache" }).then((answer) => answer.json());
      this.#pieces.set(number, asked.catch(() => (this.#pieces.delete(number), {})));
    }
    return this.#pieces.get(number);
  }
}

/** Add to an entry what is said of its event: {text}, or {asks, says: [[who, words, state, state in words]]}; {questions}. */
function complete(entry, { text, asks, says, questions } = {}) {
  const meta = entry.querySelector(".chronology-meta");
  if (says) meta.before(make("p", { class: "chronology-asked" }, asks), make("ul", { class: "chronology-says" }, ...says.map(claim)));
  else if (text) meta.before(make("p", {}, text));
  if (questions) meta.firstElementChild.after(make("span", {}, questions));
}

function claim([who, words, state, inWords]) {
  const note = state && make("small", { "data-state": state }, inWords);
  return make("li", { class: state && `chronology-${state}` }, make("b", {}, who), ": ", words, note && " ", note);
}
