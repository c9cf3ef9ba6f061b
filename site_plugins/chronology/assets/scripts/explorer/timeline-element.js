// <chronology-timeline>: the events in time. The build has drawn it; with the data it is drawn anew, as wide as its
// place, and then it zooms. To zoom is to choose a period: the explorer hears of it, and all views follow.

import { choose, count, figures, make } from "./dom.js";
import { inWords } from "./periods.js";
import { TimelineChart } from "./timeline-chart.js";
import { TimelineDrawing } from "./timeline-drawing.js";
import { listen } from "./timeline-gestures.js";
import { KEYS, commandOf } from "./timeline-keys.js";
import { TimelinePointing } from "./timeline-pointing.js";
import { rowsIn } from "./timeline-scene.js";
import { TimelineTools } from "./timeline-tools.js";

const MARGIN = 10; // on both sides of the drawing, for signs on the first and the last day
const MIDDLE = 610; // from so many pixels on the build's drawings are for a tablet, and for a desk (timeline.css)
const WIDE = 950;

export class ChronologyTimeline extends HTMLElement {
  #listening = null;
  #resized = null;
  #figure = null;
  #built = null;
  #rows = {};
  #drawing = null;
  #chart = null;
  #pointing = null;
  #tools = null;
  #says = null; // the words above, and what the build has put there
  #whole = [];
  #width = null;
  #state = null;

  connectedCallback() {
    this.#figure = this.querySelector("figure");
    if (!this.#figure) return;
    this.#built ??= this.querySelector(".chronology-drawn");
    this.#listening = new AbortController();
    this.addEventListener("keydown", (event) => this.#press(event), { signal: this.#listening.signal });
    this.#resized = new ResizeObserver(() => {
      this.#width = null;
      this.#chart?.redraw();
    });
    this.#resized.observe(this);
    if (this.#drawing) this.#listen();
    else this.#rove();
  }

  disconnectedCallback() {
    this.#listening?.abort();
    this.#resized?.disconnect();
    this.#chart?.stop();
  }

  /** Show what the explorer has found. */
  show(state) {
    if (!this.#figure || !state.dataset.size) return;
    this.#state = state;
    if (!this.#drawing) this.#prepare();
    this.#chart.show(state);
  }

  /** Mark the events that the reader points at in some view. */
  point(ids) {
    this.#pointing?.point(ids);
  }

  /** Until the data is there: one stop for Tab in each of the build's drawings. */
  #rove() {
    for (const svg of this.#built.children) {
      svg.querySelectorAll("a").forEach((link, index) => link.setAttribute("tabindex", index ? "-1" : "0"));
    }
  }

  #prepare() {
    const { id } = this.#figure;
    this.#says = this.#figure.querySelector("figcaption p");
    this.#whole = [...this.#says.childNodes];
    const keys = make("p", { id: `${id}-keys`, class: "chronology-timeline-keys" }, KEYS);
    const focused = document.activeElement?.closest(".chronology-drawn a")?.dataset.event;
    this.#drawing = new TimelineDrawing(id, { "aria-labelledby": `${id}-says`, "aria-describedby": keys.id });
    const stage = make("div", { class: "chronology-stage" }, this.#drawing.svg);
    this.#rows = this.#rowsOfBuilt();
    this.#built.replaceWith(stage, keys);
    this.#pointing = new TimelinePointing(this, stage, this.#drawing);
    this.#chart = new TimelineChart(this.#drawing, {
      width: () => Math.max(this.#room() - 2 * MARGIN, 100),
      rows: () => this.#rows[this.#room() < MIDDLE ? "narrow" : this.#room() < WIDE ? "middle" : "wide"],
      drawn: () => this.#drawn(),
      period: (period, record) => choose(this, period, record),
    });
    this.#tools = new TimelineTools({
      command: (name) => this.#chart.command(name),
      lanes: (lanes) => choose(this, { lanes }),
    });
    this.#figure.querySelector("figcaption").append(this.#tools.element);
    if (focused) Object.assign(this.#pointing, { current: { key: `0:${focused}` }, isFocused: true });
    this.#listen();
  }

  /** How wide it is: asked for once after each change of size, because the page is laid out to answer. */
  #room() {
    return (this.#width ??= this.clientWidth);
  }

  /** The rows of the build's drawings, which the new one takes over: the page must not jump. */
  #rowsOfBuilt() {
    const heights = [...this.#built.children].map((svg) => [svg.dataset.form, Number(svg.getAttribute("height"))]);
    return Object.fromEntries(heights.map(([form, height]) => [form, rowsIn(height)]));
  }

  #listen() {
    const { svg } = this.#drawing;
    const { signal } = this.#listening;
    svg.addEventListener("click", (event) => this.#click(event), { signal });
    this.#pointing.listen(signal);
    const zooms = ({ ctrlKey, metaKey }) => ctrlKey || metaKey || svg.contains(document.activeElement);
    listen(svg, this.#chart.gestures(zooms), signal);
  }

  #drawn() {
    const { selection, dataset, result } = this.#state;
    this.#say(result.total, dataset.size, selection);
    this.#tools.show({ lanes: selection.lanes, facets: dataset.facets, can: this.#chart.can });
    this.#pointing.settle(this.#state);
  }

  /** What is shown: in the words of the build, if it is all; else how many events, and of which period. */
  #say(total, size, { from, to }) {
    if (total === size && !from && !to) return this.#says.replaceChildren(...this.#whole);
    this.#says.textContent = [`${figures(total)} of ${count(size, "event")}`, periodInWords(from, to)].filter(Boolean).join(", ");
  }

  #press(event) {
    const svg = event.target.closest(".chronology-live, .chronology-drawn > svg");
    const marks = this.#drawing?.marks ?? (svg ? builtMarks(svg) : []);
    const current = marks.find(({ element }) => element === event.target);
    const asked = svg && commandOf(event, marks, current);
    if (!asked || (asked.command && !this.#chart)) return;
    event.preventDefault();
    if (asked.mark) asked.mark.element.focus({ preventScroll: true });
    else if (asked.command === "open") this.#chart.showPiece(current.unit, current.number);
    else this.#chart.command(asked.command, current?.x);
  }

  #click(event) {
    const mark = this.#drawing.markOf(event.target);
    if (mark?.events) return this.#chart.showPiece(mark.unit, mark.number);
    if (!this.#pointing.touch(event)) return;
    event.preventDefault();
    event.stopPropagation(); // Material's instant navigation would follow the link
  }
}

function periodInWords(from, to) {
  if (from && to) return from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`;
  return from ? `from ${inWords(from)}` : to ? `until ${inWords(to)}` : "";
}

/** The marks of a drawing of the build, as those of the scene. */
function builtMarks(svg) {
  return [...svg.querySelectorAll("a")].map((element, key) => {
    const { x, y, width } = element.lastElementChild.getBoundingClientRect();
    return { element, key, lane: 0, row: -Math.round(y), x: x + width / 2 };
  });
}
