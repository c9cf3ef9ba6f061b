// The timeline's window: which time is shown, and what of the events. It draws, and moves when it is told to.

import { filter } from "./filters.js";
import { NOTHING } from "./selection.js";
import { lanesOf } from "./timeline-lanes.js";
import { isWhole, moved, periodOf, wholeOf, windowOf, within, zoomed } from "./timeline-period.js";
import { OVERVIEW, fullest, profileOf, sceneOf } from "./timeline-scene.js";
import { at, dayAt, ticks, unitOf } from "./timeline-scale.js";

const EACH = 120; // milliseconds between two words on the period while a gesture lasts
const PICKED = 14; // pixels of a piece of the overview that a click shows

export class TimelineChart {
  #drawing;
  #on;
  #state = null;
  #events = null; // those that the selection leaves, whatever its period
  #key = null; // of the selection that #events are of
  #lanes = [];
  #overall = null; // the window of all events
  #window = null;
  #asked = null; // the period that was told last
  #held = null; // the window's edges in the overview when it was gripped
  #frame = 0;
  #telling = 0;

  /** `on` has width(), rows(), drawn() after each drawing, and period({from, to}, record). */
  constructor(drawing, on) {
    this.#drawing = drawing;
    this.#on = on;
  }

  /** Whether a gesture lasts. */
  isMoving = false;

  stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#telling);
    this.#telling = 0;
    this.isMoving = false;
  }

  /** Show what the explorer has found; while a gesture lasts, and after it, the window stays where it was left. */
  show(state) {
    this.#state = state;
    this.#find(state);
    const { from, to } = state.selection;
    if (!this.isMoving && !(this.#asked?.from === from && this.#asked?.to === to)) this.#window = null;
    // At once the first time: it takes the place of the build's drawing, which may have the focus.
    if (this.#overall) this.redraw();
    else this.#draw();
  }

  /** The events without the period: those outside it are in the overview, and seen as soon as the window moves. */
  #find({ dataset, selection, result, words = null }) {
    const { from, to, page, view, lanes, ...others } = selection;
    const isComplete = !selection.words || words !== null;
    const key = isComplete && !selection.words ? JSON.stringify(others) : null;
    if (key !== null && key === this.#key) return;
    this.#key = key;
    this.#events = isComplete ? filter(dataset, { ...selection, from: null, to: null }, { words }).events : result.events;
    this.#lanes = null;
  }

  /** Draw before the next frame. */
  redraw() {
    if (!this.#state) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const { dataset, selection, result, address } = this.#state;
    this.#measure(dataset, selection.known);
    const overall = this.#overall;
    this.#window = this.#window ? { ...this.#window, width: overall.width } : windowOf(selection, overall);
    const isStrict = selection.within === "certainly" && !this.isMoving;
    if (this.#lanes?.facet !== selection.lanes) {
      this.#lanes = lanesOf(selection.lanes ? dataset.facets[selection.lanes] : null, this.#events);
      this.#lanes.facet = selection.lanes;
    }
    this.#drawOverview(dataset);
    const events = isStrict ? result.events : this.#events;
    const scene = sceneOf({ dataset, events, lanes: this.#lanes, window: this.#window, rows: this.#on.rows() });
    this.#drawing.show(scene, dataset, address);
    this.#on.drawn();
  }

  /** The overview of all events, as far as they were known on the day that is chosen, if one is. */
  #measure(dataset, known) {
    const width = this.#on.width();
    if (this.#overall?.width === width && this.#overall.dataset === dataset && this.#overall.known === known) return;
    const overall = wholeOf(dataset, width);
    const every = filter(dataset, { ...NOTHING, known }).events;
    const most = fullest(dataset, every, overall);
    this.#overall = { ...overall, dataset, known, most, profile: profileOf(dataset, every, overall, most) };
  }

  #drawOverview(dataset) {
    const overall = this.#overall;
    const isPart = !isWhole(this.#window, overall);
    this.#drawing.overview({
      width: overall.width,
      all: overall.profile,
      chosen: profileOf(dataset, this.#events, overall, overall.most),
      ticks: ticks(overall).map(({ day, label }) => ({ x: at(overall, day), label })),
      left: isPart ? at(overall, this.#window.start) : null,
      right: isPart ? at(overall, this.#window.end) : null,
    });
  }

  /** What can be done now, by command. */
  get can() {
    const { start, end } = this.#window;
    const isPart = !isWhole(this.#window, this.#overall);
    const [earlier, later] = [start > this.#overall.first, end < this.#overall.last];
    return { zoomIn: end - start > 1, zoomOut: isPart, whole: isPart, earlier, later };
  }

  /** Do what a key or a button asks for; zooming, around a place if one is given. */
  command(name, x = null) {
    const [window, overall] = [this.#window, this.#overall];
    if (!this.can[name]) return;
    const around = x === null ? undefined : dayAt(window, x);
    const commands = {
      zoomIn: () => zoomed(window, overall, 0.5, around),
      zoomOut: () => zoomed(window, overall, 2, around),
      earlier: () => moved(window, overall, -0.5),
      later: () => moved(window, overall, 0.5),
      whole: () => windowOf({}, overall),
    };
    this.#step(commands[name]());
  }

  /** Show one piece of the calendar. */
  showPiece(unit, number) {
    this.#step(this.#between(unit.start(number), unit.start(number + 1)));
  }

  /** The window from one day to another, as far as there are events. */
  #between(start, end) {
    const overall = this.#overall;
    return within(overall, Math.max(start, overall.first), Math.min(end, overall.last));
  }

  #step(window) {
    this.#window = window;
    this.redraw();
    this.#tell("push");
  }

  /** Follow a gesture: at once here, and every now and then for the others. */
  #glide(window) {
    if (window.start === this.#window.start && window.end === this.#window.end) return;
    this.#window = window;
    this.isMoving = true;
    this.redraw();
    this.#telling ||= setTimeout(() => this.#tell("replace"), EACH);
  }

  #tell(record) {
    clearTimeout(this.#telling);
    this.#telling = 0;
    this.#asked = periodOf(this.#window, this.#overall);
    this.#on.period({ ...this.#asked }, record);
  }

  /** What gestures do here; see timeline-gestures.js. */
  gestures(zooms) {
    return {
      zooms,
      isOverview: (y) => y <= OVERVIEW + 4,
      zoom: (factor, x) => this.#glide(zoomed(this.#window, this.#overall, factor, dayAt(this.#window, x))),
      pan: (pixels) => this.#glide(moved(this.#window, this.#overall, pixels / this.#window.width)),
      grip: (x, reach) => this.#grip(x, reach),
      drag: (grip, from, to) => this.#drag(grip, from, to),
      pick: (x) => this.#pick(x),
      end: () => this.#end(),
    };
  }

  #end() {
    if (!this.isMoving) return;
    this.isMoving = false;
    this.#tell("push");
  }

  #grip(x, reach) {
    if (isWhole(this.#window, this.#overall)) return "select";
    const [left, right] = [at(this.#overall, this.#window.start), at(this.#overall, this.#window.end)];
    this.#held = { left, right };
    const [toLeft, toRight] = [Math.abs(x - left), Math.abs(x - right)];
    if (Math.min(toLeft, toRight) <= reach) return toLeft < toRight ? "start" : "end";
    return x > left && x < right ? "move" : "select";
  }

  #drag(grip, from, to) {
    const overall = this.#overall;
    const { left, right } = this.#held ?? {};
    const by = to - from;
    const ends = { select: [from, to], start: [left + by, right], end: [left, right + by], move: [left + by, right + by] };
    const [start, end] = ends[grip].map((x) => dayAt(overall, x)).sort((one, other) => one - other);
    if (grip === "move") this.#glide(within(overall, start, end));
    else this.#glide(this.#between(start, end));
  }

  #pick(x) {
    const unit = unitOf(this.#overall, PICKED);
    this.showPiece(unit, unit.number(Math.floor(dayAt(this.#overall, x))));
  }
}
