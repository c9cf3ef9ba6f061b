// The label of a mark: what it is, in words, below the axis, so that it hides neither it nor its neighbours (WCAG 1.4.13: it stays while it is pointed at,
// and Escape takes it away).

import { make } from "./dom.js";

const LINGERS = 400; // milliseconds, to move onto it
const DISTANCE = 17; // from the middle of the mark, if there is no room below the axis
const BELOW = 20; // the axis and its letters

export class TimelineLabel {
  #element = make("div", { class: "chronology-timeline-label", "aria-hidden": "true", hidden: true });
  #timer = 0;
  #onHide;

  /** Goes into `host`, which is what it is placed within; `onHide` is called when it goes. */
  constructor(host, onHide) {
    this.#onHide = onHide;
    host.append(this.#element);
    this.#element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.#element.addEventListener("pointerleave", () => this.hideSoon());
  }

  /** Key of the mark that is labelled, and where it is; null while there is none. */
  key = null;
  place = null;

  /** Show `parts`, elements and text, below a mark at a place of the host, whose axis is at `base`. */
  show(key, place, ...parts) {
    clearTimeout(this.#timer);
    const { x, y, base } = place;
    Object.assign(this, { key, place });
    this.#element.replaceChildren(...parts);
    this.#element.hidden = false;
    const host = this.#element.parentNode;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const left = Math.min(Math.max(x - width / 2, 0), Math.max(host.clientWidth - width, 0));
    const above = y - DISTANCE - height;
    this.#element.style.left = `${Math.round(left)}px`;
    const { top } = host.getBoundingClientRect();
    const isHidden = top + base + BELOW + height > window.innerHeight && top + above > 0;
    this.#element.style.top = `${Math.round(isHidden ? above : base + BELOW)}px`;
  }

  /** Hide it unless the pointer moves onto it, or to another mark. */
  hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), LINGERS);
  }

  hide() {
    clearTimeout(this.#timer);
    if (this.key === null) return;
    this.key = this.place = null;
    this.#element.hidden = true;
    this.#onHide();
  }
}
