// Where the timeline's marks go: packed into rows, and bars of density where they would be more than the rows.
// The browser's side of pages/timeline_layout.py; tests/explorer/timeline-cases holds both to the same cases.
// No sign stands where a bar does; spans that cross one go behind it.

import { at, unitOf } from "./timeline-scale.js";

export const SIGN = 10; // how wide a sign is; two in one row are a pixel apart
const BAR = 14; // how wide a bar of density is at least
const GAP = 1;
const NOTHING = 0.01; // no difference between two places

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
  const { numbers, pieces } = numbered(shown.map((event) => numberOf(clamp(beginningOf(dates, event) ?? first, first, last))));
  const places = placesOf(dates, shown, window, mostRows);
  const wanted = { x: places.x.slice(), left: places.left.slice(), right: places.right.slice() };
  const crowded = new Set();
  let order = shown.map((_, position) => position);
  let packed;
  for (;;) {
    packed = pack(places, inOrder(places, order), pieces, mostRows);
    if (!packed.crowded.size) break;
    for (const piece of packed.crowded) crowded.add(numbers[piece]);
    order = order.filter((position) => !packed.crowded.has(pieces[position]));
    const blocks = blocksOf(crowded, unit, window);
    for (const position of order) placeBeside(places, wanted, position, blocks, window);
  }
  const { rows } = packed;
  const marks = [];
  let most = 0;
  shown.forEach((index, position) => {
    const row = rows[position];
    if (row < 0) return;
    most = Math.max(most, row + 1);
    const { x, left, right, soft } = places;
    marks.push({ index, x: x[position], left: left[position], right: right[position], row, soft: soft[position] });
  });
  return { marks, densities: densitiesOf(crowded, shown, pieces, numbers, unit, window), unit, rows: most };
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

/** Marks without their rows, in columns: there may be many thousand. */
function placesOf(dates, shown, window, mostRows) {
  const columns = () => new Float64Array(shown.length);
  const places = { x: columns(), left: columns(), right: columns(), soft: new Uint8Array(shown.length) };
  const counts = new Map();
  for (const event of shown) {
    if (dates.shape[event] === 0) counts.set(dates.first[event], (counts.get(dates.first[event]) ?? 0) + 1);
  }
  const seen = new Map();
  shown.forEach((event, position) => {
    if (dates.shape[event] !== 0) return placeSpan(places, position, dates, event, window);
    const day = dates.first[event];
    const number = seen.get(day) ?? 0;
    seen.set(day, number + 1);
    placeSign(places, position, inDay(window, day, number, counts.get(day), mostRows));
  });
  return places;
}

function placeSign(places, position, x) {
  places.x[position] = x;
  places.left[position] = x - SIGN / 2;
  places.right[position] = x + SIGN / 2;
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
function placeSpan(places, position, { first, last, shape, soft }, event, window) {
  const isSpan = shape[event] === 1;
  const start = first[event] === null ? -SIGN : at(window, first[event]);
  const end = last[event] === null ? window.width + SIGN : at(window, last[event] + 1);
  const left = Math.max(start, -SIGN);
  const right = Math.min(end, window.width + SIGN);
  places.soft[position] = (isSpan ? 3 : soft[event]) & ((left === start ? 1 : 0) | (right === end ? 2 : 0));
  if (right - left <= SIGN) return placeSign(places, position, (left + right) / 2);
  const low = Math.max(left, 0) + SIGN / 2;
  const high = Math.min(right, window.width) - SIGN / 2;
  const endsOnly = first[event] === null && last[event] !== null;
  const x = isSpan ? (low + high) / 2 : endsOnly ? high : low;
  places.x[position] = x;
  places.left[position] = Math.min(left, x - SIGN / 2);
  places.right[position] = Math.max(right, x + SIGN / 2);
}

/** Where a piece of the calendar is seen, [left, right]. */
const pieceOf = (unit, number, window) => [
  Math.max(at(window, unit.start(number)), 0),
  Math.min(at(window, unit.start(number + 1)), window.width),
];

const inTurn = (numbers) => [...numbers].sort((one, other) => one - other);

/** What the bars of density take; where there is no room for a sign between two, they are one block. */
function blocksOf(crowded, unit, window) {
  const blocks = [];
  for (const number of inTurn(crowded)) {
    const [left, right] = pieceOf(unit, number, window);
    if (left - blocks.at(-1)?.[1] < SIGN - NOTHING) blocks.at(-1)[1] = right;
    else blocks.push([left, right]);
  }
  return blocks;
}

/** Place a sign beside the bars: on its span where it can be, and as near as it can be. */
function placeBeside(places, wanted, position, blocks, window) {
  const [x, left, right] = [wanted.x[position], wanted.left[position], wanted.right[position]];
  const half = SIGN / 2;
  const block = blocks.find(([start, end]) => start - half < x && x < end + half);
  if (!block) return;
  const [low, high] = [Math.max(left, 0) + half, Math.min(right, window.width) - half];
  const sides = [block[0] - half, block[1] + half];
  const beyond = sides.map((side) => Math.max(low - side, side - high, 0));
  const away = sides.map((side) => Math.abs(side - x));
  placeSign(places, position, sides[beyond[1] < beyond[0] || (beyond[1] === beyond[0] && away[1] < away[0]) ? 1 : 0]);
  if (right - left <= SIGN + NOTHING) return;
  places.left[position] = Math.min(left, places.left[position]);
  places.right[position] = Math.max(right, places.right[position]);
}

/** Positions by their left edges; they nearly are in this order. */
const inOrder = ({ left }, order) => [...order].sort((one, other) => left[one] - left[other] || one - other);

/**
 * The lowest row that is free for each, -1 where none is; and the pieces of the calendar that are too full. In this
 * order no fewer rows would do. Where they are not enough, the fullest piece of those that meet there is.
 */
function pack({ left, right }, order, pieces, mostRows) {
  const counts = new Int32Array(pieces.length + 1);
  for (const position of order) counts[pieces[position]] += 1;
  const rows = new Int32Array(left.length).fill(-1);
  const held = [];
  const crowded = new Set();
  for (const position of order) {
    let row = 0;
    while (row < held.length && right[held[row]] + GAP > left[position]) row += 1;
    if (row === mostRows) crowded.add(fullest(position, held, pieces, counts));
    else rows[(held[row] = position)] = row;
  }
  return { rows, crowded };
}

/** The fullest piece of the calendar that these are in; of those that are as full, the earliest. */
function fullest(position, held, pieces, counts) {
  let found = pieces[position];
  let most = counts[found];
  for (const other of held) {
    const piece = pieces[other];
    const count = counts[piece];
    if (count < most || (count === most && piece >= found)) continue;
    found = piece;
    most = count;
  }
  return found;
}

function densitiesOf(crowded, shown, pieces, numbers, unit, window) {
  const found = new Map(inTurn(crowded).map((number) => [number, []]));
  if (found.size) shown.forEach((event, position) => found.get(numbers[pieces[position]])?.push(event));
  return [...found].map(([number, events]) => {
    const [left, right] = pieceOf(unit, number, window);
    return { number, left, right, events };
  });
}

/** The numbers that occur, in order, and for each value which of them it is. */
function numbered(values) {
  const numbers = inTurn(new Set(values));
  const positions = new Map(numbers.map((number, position) => [number, position]));
  return { numbers, pieces: Int32Array.from(values, (number) => positions.get(number)) };
}

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
