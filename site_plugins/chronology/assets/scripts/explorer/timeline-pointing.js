// Which mark of the timeline the reader is at, by pointer, finger or keyboard, and its label.

import { draw, make, pointAt } from "./dom.js";
import { TimelineLabel } from "./timeline-label.js";
import { standingOf } from "./timeline-scene.js";

const REACH = 24; // pixels around a finger
const MOST = 50; // events that a bar points at

export class TimelinePointing {
  #host;
  #stage;
  #drawing;
  #label;
  #state = null;
  #pointed = new Set();
  /** The mark that Tab reaches, and whether it has the focus. */
  current = null;
  isFocused = false;

  /** `stage` is what the drawing lies in, `host` what tells the explorer. */
  constructor(host, stage, drawing) {
    this.#host = host;
    this.#stage = stage;
    this.#drawing = drawing;
    this.#label = new TimelineLabel(stage, () => pointAt(host, []));
  }

  listen(signal) {
    // Not on the SVG: Chromium makes one that listens to the focus a stop for Tab.
    const stage = this.#stage;
    stage.addEventListener("pointerover", (event) => this.#hover(event), { signal });
    stage.addEventListener("pointerout", () => this.#label.hideSoon(), { signal });
    stage.addEventListener("focusin", (event) => this.#focus(event.target), { signal });
    stage.addEventListener("focusout", (event) => this.#blur(event.relatedTarget), { signal });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#label.hide(), { signal });
  }

  /** After a drawing: one mark is the stop for Tab, the focus stays with its event, a label goes with its mark. */
  settle(state) {
    this.#state = state;
    const { marks } = this.#drawing;
    const found = marks.find(({ key }) => key === this.current?.key) ?? this.#holding(marks) ?? marks[0] ?? null;
    this.#stopAt(found);
    // Only what lost the focus gets it back: a reader who has gone on to the next field is there already.
    const isLost = this.isFocused && document.activeElement === document.body;
    if (isLost && found) found.element.focus({ preventScroll: true });
    else if (isLost) this.#leave();
    this.#moveLabel(marks.find(({ key }) => key === this.#label.key));
    this.#mark();
  }

  /** A label goes where its mark goes, if that has the focus; under a pointer that rests there is another mark now. */
  #moveLabel(mark) {
    if (mark?.x === this.#label.place?.x && mark?.y === this.#label.place?.y) return;
    if (mark && mark.element === document.activeElement) this.#show(mark);
    else this.#label.hide();
  }

  /** The mark of the same event elsewhere: a sign has become part of a bar, or a bar has become signs. */
  #holding(marks) {
    const wanted = this.current?.events ?? [this.current?.event];
    return marks.find(({ event, events = [event] }) => events.some((one) => wanted.includes(one)));
  }

  /** Mark the events that the reader points at in some view. */
  point(ids) {
    this.#pointed = ids;
    this.#mark();
  }

  #mark() {
    for (const { element, event, events = [event] } of this.#drawing.marks) {
      const isPointed = this.#pointed.size > 0 && events.some((one) => this.#pointed.has(this.#state.dataset.ids[one]));
      element.classList.toggle("chronology-pointed", isPointed);
    }
  }

  #stopAt(mark) {
    this.current?.element?.setAttribute("tabindex", "-1");
    mark?.element.setAttribute("tabindex", "0");
    this.current = mark;
  }

  #focus(target) {
    const mark = this.#drawing.markOf(target);
    if (!mark) return;
    this.#stopAt(mark);
    this.isFocused = true;
    const byKey = target.matches(":focus-visible");
    this.#stage.toggleAttribute("data-keys", byKey);
    if (byKey) this.#show(mark);
  }

  /** An element that is drawn away loses the focus without being left; a label left for elsewhere covers nothing there. */
  #blur(next) {
    if (next && !this.#stage.contains(next)) this.#label.hide();
    else this.#label.hideSoon();
    requestAnimationFrame(() => {
      if (!this.#drawing.svg.contains(document.activeElement)) this.#leave();
    });
  }

  #leave() {
    this.isFocused = false;
    this.#stage.removeAttribute("data-keys");
  }

  #hover(event) {
    const mark = event.pointerType === "touch" ? null : this.#drawing.markOf(event.target);
    if (mark && event.buttons === 0) this.#show(mark);
  }

  /** A finger that touches near a sign sees what it is first, and follows it in the label. True if that is all. */
  touch(event) {
    if (event.pointerType !== "touch") return false;
    const box = this.#drawing.svg.getBoundingClientRect();
    const away = ({ x, y }) => Math.hypot(x - (event.clientX - box.left), y - (event.clientY - box.top));
    const near = this.#drawing.marks.filter((mark) => !mark.events && away(mark) < REACH);
    if (!near.length) this.#label.hide();
    else this.#show(near.reduce((found, mark) => (away(mark) < away(found) ? mark : found)));
    return near.length > 0;
  }

  #show(mark) {
    const { dataset, address } = this.#state;
    const events = mark.events ?? [mark.event];
    const parts = mark.events ? barParts(mark) : signParts(mark, dataset, address);
    this.#label.show(mark.key, mark, ...parts);
    pointAt(this.#host, events.slice(0, MOST).map((event) => dataset.ids[event]));
  }
}

const barParts = ({ name }) => [make("b", {}, name), make("span", {}, "Click to see it closer")];

function signParts({ event, element }, dataset, address) {
  const { label } = standingOf(dataset, event);
  const sign = draw("svg", { viewBox: "-6 -6 12 12" }, draw("use", { href: element.lastChild.getAttribute("href") }));
  const called = [...element.classList].filter((name) => name !== "chronology-sign" && name !== "chronology-pointed");
  return [
    make("span", {}, dataset.when[event]),
    make("a", { href: address(dataset.ids[event]), tabindex: "-1" }, dataset.titles[event]),
    make("span", { class: `chronology-mark ${called.join(" ")}` }, sign, label),
  ];
}
