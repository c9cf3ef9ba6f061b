// Where the timeline's marks go: packed into rows, and bars of density where they would be more than the rows.
// The browser's side of pages/timeline_layout.py; tests/explorer/timeline-cases holds both to the same cases.

import { at, unitOf } from "./timeline-scale.js";

export const SIGN = 10; // how wide a sign is; two in one row are a pixel apart
const BAR = 14; // how wide a bar of density is at least
const GAP = 1;

/**
 * Place events: {marks, densities, unit, rows}. `dates` has columns `first`, `last` (days; null: open), `shape` and
 * `soft`, as a dataset; `events` are the numbers of those to show, in order of time. Those outside the window are left
 * out. With no rows at all, every event is in a bar of density.
 *
 * A mark is {index, x, left, right, row, soft}, in pixels: its sign around `x`, and what it spans, where that is wider
 * than the sign; `row` counts from the axis. A density is {number, left, right, events}: the events that begin in one
 * piece of the calendar, of `unit`.
 */
export function layOut(dates, events, window, mostRows) {
  const unit = unitOf(window, BAR);
  const first = Math.floor(window.start);
  const last = Math.ceil(window.end) - 1;
  const shown = events.filter((event) => touches(dates, event, first, last));
  const numberOf = remember((day) => unit.number(day));
  const numbers = shown.map((event) => numberOf(Math.min(Math.max(beginningOf(dates, event) ?? first, first), last)));
  const places = placesOf(dates, shown, window, mostRows);
  const crowded = new Set();
  let order = inOrder(places);
  let packed;
  for (;;) {
    packed = pack(places, order, numbers, mostRows);
    if (!packed.crowded.size) break;
    for (const number of packed.crowded) crowded.add(number);
    order = order.filter((position) => !packed.crowded.has(numbers[position]));
  }
  const { rows } = packed;
  const marks = [];
  let most = 0;
  places.forEach((place, position) => {
    if (rows[position] < 0) return;
    place.row = rows[position];
    most = Math.max(most, place.row + 1);
    marks.push(place);
  });
  return { marks, densities: densitiesOf(crowded, shown, numbers, unit, window), unit, rows: most };
}

/** The day on which an event is counted: its first, or its last where no beginning is known. */
export const beginningOf = ({ first, last }, event) => first[event] ?? last[event];

function touches({ first, last }, event, from, to) {
  return (first[event] === null || first[event] <= to) && (last[event] === null || last[event] >= from);
}

/** Events of one day follow one another: what a calendar says of it need not be asked again. */
function remember(ask) {
  const known = new Map();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = ask(key)));
    return value;
  };
}

function placesOf(dates, shown, window, mostRows) {
  const counts = new Map();
  for (const event of shown) {
    if (dates.shape[event] === 0) counts.set(dates.first[event], (counts.get(dates.first[event]) ?? 0) + 1);
  }
  const seen = new Map();
  return shown.map((event) => {
    if (dates.shape[event] !== 0) return spanned(dates, event, window);
    const day = dates.first[event];
    const number = seen.get(day) ?? 0;
    seen.set(day, number + 1);
    const x = inDay(window, day, number, counts.get(day), mostRows);
    return { index: event, x, left: x - SIGN / 2, right: x + SIGN / 2, row: -1, soft: 0 };
  });
}

/**
 * Where one of the events of a certain day stands: above one another, and side by side where the day has room.
 * Half of the rows are left for what spans the day.
 */
function inDay(window, day, number, count, mostRows) {
  const left = at(window, day);
  const right = at(window, day + 1);
  const room = Math.floor((right - left) / (SIGN + GAP));
  const columns = Math.max(Math.min(Math.ceil((2 * count) / Math.max(mostRows, 1)), room), 1);
  const each = Math.ceil(count / columns);
  return (left + right) / 2 + (Math.floor(number / each) - (Math.ceil(count / each) - 1) / 2) * (SIGN + GAP);
}

/** A span has its sign in the middle of what is seen of it, an interval where it begins, or ends if it is open. */
function spanned({ first, last, shape, soft }, event, window) {
  const isSpan = shape[event] === 1;
  const start = first[event] === null ? -SIGN : at(window, first[event]);
  const end = last[event] === null ? window.width + SIGN : at(window, last[event] + 1);
  const left = Math.max(start, -SIGN);
  const right = Math.min(end, window.width + SIGN);
  const fades = (isSpan ? 3 : soft[event]) & ((left === start ? 1 : 0) | (right === end ? 2 : 0));
  const place = { index: event, x: (left + right) / 2, left, right, row: -1, soft: fades };
  if (right - left <= SIGN) return Object.assign(place, { left: place.x - SIGN / 2, right: place.x + SIGN / 2 });
  const low = Math.max(left, 0) + SIGN / 2;
  const high = Math.min(right, window.width) - SIGN / 2;
  if (isSpan) place.x = (low + high) / 2;
  else place.x = first[event] === null && last[event] !== null ? high : low;
  place.left = Math.min(left, place.x - SIGN / 2);
  place.right = Math.max(right, place.x + SIGN / 2);
  return place;
}

/** The places by their left edges; they nearly are in this order. */
function inOrder(places) {
  const order = places.map((_, position) => position);
  const sorted = places.every(({ left }, position) => position === 0 || places[position - 1].left <= left);
  return sorted ? order : order.sort((one, other) => places[one].left - places[other].left || one - other);
}

/**
 * The lowest row that is free for each, -1 where none is; and the pieces of the calendar that are too full. In this
 * order no fewer rows would do. Where they are not enough, the fullest piece of those that meet there is.
 */
function pack(places, order, numbers, mostRows) {
  const counts = new Map();
  for (const position of order) counts.set(numbers[position], (counts.get(numbers[position]) ?? 0) + 1);
  const rows = new Int32Array(places.length).fill(-1);
  const held = [];
  const crowded = new Set();
  for (const position of order) {
    const { left } = places[position];
    let row = 0;
    while (row < held.length && places[held[row]].right + GAP > left) row += 1;
    if (row === mostRows) crowded.add(fullest([position, ...held], numbers, counts));
    else rows[(held[row] = position)] = row;
  }
  return { rows, crowded };
}

/** The number of the fullest piece of the calendar that these are in; of those that are as full, the earliest. */
function fullest(positions, numbers, counts) {
  let found = numbers[positions[0]];
  for (const position of positions) {
    const more = counts.get(numbers[position]) - counts.get(found);
    if (more > 0 || (more === 0 && numbers[position] < found)) found = numbers[position];
  }
  return found;
}

function densitiesOf(crowded, shown, numbers, unit, window) {
  const pieces = new Map([...crowded].sort((one, other) => one - other).map((number) => [number, []]));
  shown.forEach((event, position) => pieces.get(numbers[position])?.push(event));
  return [...pieces].map(([number, events]) => {
    const left = Math.max(at(window, unit.start(number)), 0);
    return { number, left, right: Math.min(at(window, unit.start(number + 1)), window.width), events };
  });
}
