// Tells a screen reader how many events are shown, once the reader has stopped changing it.

import { count, figures, make } from "./dom.js";

const QUIET = 600; // milliseconds

export class Announcer {
  #region = make("p", { class: "chronology-unseen", role: "status" });
  #timer = 0;

  constructor(host) {
    host.append(this.#region);
  }

  say(shown, all, complete) {
    clearTimeout(this.#timer);
    const words = `${shown === all ? "" : `${figures(shown)} of `}${count(all, "event")}`;
    this.#timer = setTimeout(() => {
      this.#region.textContent = complete ? words : `${words} so far`;
    }, QUIET);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#region.remove();
  }
}
