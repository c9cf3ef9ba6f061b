// What the timeline's drawing shows, and where, in pixels; nothing here knows a page. pages/timeline_figure.py is the
// same for the build.

import { count, figures } from "./dom.js";
import { beginningOf, layOut } from "./timeline-layout.js";
import { at, pieceName, ticks, unitOf } from "./timeline-scale.js";

export const OVERVIEW_TOP = 13; // room for the overview's labels
export const OVERVIEW = 39; // where the overview's axis lies
const TOP = 48; // where the rows begin
const ROW = 12;
const LETTERS = 19; // what the labels below take
export const NUMBER = 13; // what a number above a bar takes
const NARROWEST_BAR = 5;
const FULL = 4; // events that a bar of the overview has at least before it is as high as that: few are seen to be few
const LANE = { rows: 3, label: 15 };

/** How many rows a drawing of that height has, if it has one lane. */
export const rowsIn = (height) => Math.floor((height - TOP - LETTERS) / ROW);

/**
 * The scene of `events` in a window: {width, height, base, ticks, lanes}. A lane is {label, top, base, signs, bars}; a
 * sign {event, key, x, y, span: {left, width}, soft} and a bar {key, number, unit, events, name, contested, left, width,
 * height}, where `contested` is how much of the height stands for contested events.
 */
export function sceneOf({ dataset, events, lanes, window, rows }) {
  const several = lanes[0]?.label !== null;
  const mostRows = several ? LANE.rows : rows;
  const laneHeight = mostRows * ROW + (several ? LANE.label : 0);
  const base = TOP + laneHeight * Math.max(lanes.length, 1);
  const layouts = lanes.map(({ has }) => layOut(dataset, several ? events.filter(has) : events, window, mostRows));
  const fullest = Math.max(1, ...layouts.flatMap(({ densities }) => densities.map((one) => one.events.length)));
  const unit = (mostRows * ROW - NUMBER) / fullest;
  return {
    width: window.width,
    height: base + LETTERS,
    base,
    ticks: ticks(window).map(({ day, label }) => ({ x: at(window, day), label })),
    lanes: layouts.map((layout, lane) => {
      const bottom = TOP + laneHeight * (lane + 1);
      return {
        label: lanes[lane].label,
        top: bottom - laneHeight,
        base: bottom,
        signs: layout.marks.map((mark) => signOf(mark, dataset, bottom, lane)),
        bars: layout.densities.map((density) => barOf(density, dataset, layout.unit, unit, lane, bottom)),
      };
    }),
  };
}

function signOf({ index, x, left, right, row, soft }, dataset, base, lane) {
  const span = right - left > 10.01 ? { left, width: right - left } : null;
  return { key: `${lane}:${dataset.ids[index]}`, event: index, lane, row, x, y: base - row * ROW - ROW / 2, span, soft, base };
}

function barOf({ number, left, right, events }, dataset, unit, height, lane, base) {
  const contested = events.filter((event) => standingOf(dataset, event).id === "contested").length;
  return {
    key: `${lane}:${unit.kind}${unit.step}:${number}`,
    number, unit, events, lane, left, base,
    x: (left + right) / 2,
    width: right - left,
    height: events.length * height,
    contested: contested * height,
    name: nameOf(unit, number, events.length, contested),
  }; // prettier-ignore
}

/** '10–16 March 2025: 22 events, 14 contested'. */
function nameOf(unit, number, events, contested) {
  return `${pieceName(unit, number)}: ${count(events, "event")}${contested ? `, ${figures(contested)} contested` : ""}`;
}

/** An event's standing, {id, label}. */
export function standingOf({ facets: { standing } }, event) {
  return standing.choices[standing.column[event]];
}

/** The overview's bars, [{left, width, share}], one for each piece of the calendar in which events begin. */
export function profileOf(dates, events, window, most) {
  const unit = unitOf(window, NARROWEST_BAR);
  const numbers = countPieces(dates, events, unit);
  return [...numbers].map(([number, count]) => {
    const left = at(window, unit.start(number));
    return { left, width: (at(window, unit.start(number + 1)) - left) * 0.8, share: count / most };
  });
}

/** How many events a bar of the overview has that is as high as it can be. */
export function fullest(dates, events, window) {
  let most = FULL;
  for (const count of countPieces(dates, events, unitOf(window, NARROWEST_BAR)).values()) most = Math.max(most, count);
  return most;
}

function countPieces(dates, events, unit) {
  const numbers = new Map();
  let day = NaN;
  let number = 0;
  for (const event of events) {
    const beginning = beginningOf(dates, event);
    if (beginning !== day) [day, number] = [beginning, unit.number(beginning)];
    numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  return numbers;
}
