// The timeline's scale: calendar units from days to hundreds of millions of years, and ticks with their labels.
// The browser's side of pages/timeline_scale.py; tests/explorer/timeline-cases holds both to the same cases.
// Days are numbers, as in periods.js. A window is {start, end, width}: from the beginning of one day to that of
// another, on so many pixels; while it is dragged its ends lie within days.

import { figures } from "./dom.js";
import { fromOrdinal, toOrdinal, yearInWords } from "./periods.js";

const LETTER = 6.4; // pixels that a letter of a label takes
const GAP = 10; // and what is left free after a label
const ORDINARY = { day: 2, week: 5, month: 3 }; // letters of a label that names no year; years are all as long
const YEAR = 365.2425;
const LENGTHS = { day: 1, week: 7, month: YEAR / 12, year: YEAR };
const MILLION = 1_000_000;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** So many days, weeks, months or years of the calendar; its pieces are numbered, earlier ones lower. */
class Unit {
  constructor(kind, step = 1) {
    this.kind = kind;
    this.step = step;
    this.days = LENGTHS[kind] * step; // on average
  }

  /** The number of the piece that a day is in. */
  number(ordinal) {
    if (this.kind === "day") return ordinal;
    if (this.kind === "week") return Math.floor((ordinal - 1) / 7); // 1 January of the year 1 was a Monday
    const { year, month } = fromOrdinal(ordinal);
    if (this.kind === "month") return Math.floor((year * 12 + month - 1) / this.step);
    // Round years are counted as people count: there is no year 0, and 100 BC is the year -99.
    return this.step === 1 ? year : Math.floor((year > 0 ? year : year - 1) / this.step);
  }

  /** The first day of a piece. */
  start(number) {
    if (this.kind === "day") return number;
    if (this.kind === "week") return number * 7 + 1;
    const counted = number * this.step;
    if (this.kind === "month") return toOrdinal(Math.floor(counted / 12), counted - Math.floor(counted / 12) * 12 + 1, 1);
    return toOrdinal(this.step === 1 || counted > 0 ? counted : counted + 1, 1, 1);
  }
}

const POWERS = Array.from({ length: 10 }, (_, power) => 10 ** power);
const YEARS = POWERS.flatMap((power) => [1, 2, 5].map((factor) => new Unit("year", factor * power)));
export const UNITS = [new Unit("day"), new Unit("week"), new Unit("month"), new Unit("month", 3), ...YEARS];

/** Where the beginning of a day lies, in pixels. */
export const at = ({ start, end, width }, ordinal) => ((ordinal - start) / (end - start)) * width;

/** The day, with its part that has gone by, that lies at a place. */
export const dayAt = ({ start, end, width }, x) => start + (x / width) * (end - start);

/** The shortest unit that is at least so many pixels wide. */
export function unitOf({ start, end, width }, least) {
  const pixels = width / (end - start);
  return UNITS.find((unit) => unit.days * pixels >= least) ?? UNITS.at(-1);
}

/** The window that shows the days from `first` to `last`, from and to the ends of pieces `least` pixels wide. */
export function whole(first, last, width, least) {
  const unit = unitOf({ start: first, end: last + 1, width }, least);
  return { start: unit.start(unit.number(first)), end: unit.start(unit.number(last) + 1), width };
}

/**
 * Ticks, [{day, label}], of the shortest unit whose labels have room. Where one would touch the label before it, it says
 * nothing.
 */
export function ticks(window) {
  for (const unit of UNITS) {
    const pixels = (unit.days / (window.end - window.start)) * window.width;
    if (pixels < room(ORDINARY[unit.kind] ?? 1)) continue;
    const found = evenly(unit, window);
    if (unit.kind !== "year" || found.every(({ label }) => pixels >= room(label.length))) return apart(found, window);
  }
  return [];
}

const room = (letters) => letters * LETTER + GAP;

/** Ticks with labels; of months every second, third, sixth or only January has one, where not all have room. */
function evenly(unit, window) {
  let found;
  for (const rhythm of unit.kind === "month" ? [1, 2, 3, 6, 12] : [1]) {
    found = labelled(unit, window, rhythm);
    const said = found.filter(({ label }) => label);
    const left = said.map(({ day }) => at(window, day));
    if (said.every(({ label }, index) => !(left[index + 1] - left[index] < room(label.length)))) break;
  }
  return found;
}

function apart(found, window) {
  let free = -Infinity;
  return found.map(({ day, label }) => {
    const left = at(window, day);
    const right = left + room(label.length);
    const fits = left >= free && right <= window.width + GAP;
    if (fits) free = right;
    return { day, label: fits ? label : "" };
  });
}

function labelled(unit, { start, end }, rhythm) {
  const found = [];
  let before = null;
  for (let number = unit.number(Math.ceil(start)); unit.start(number) < end; number += 1) {
    const ordinal = unit.start(number);
    if (ordinal < start) continue;
    const day = fromOrdinal(ordinal);
    const isSaid = (day.month - 1) % rhythm === 0;
    found.push({ day: ordinal, label: isSaid ? labelOf(unit, day, before) : "" });
    if (isSaid) before = day;
  }
  return found;
}

/** What a tick says beyond the one before it. */
function labelOf({ kind, step }, { year, month, day }, before) {
  if (kind === "year") return roundYear(year, step);
  const called = MONTHS[month - 1].slice(0, 3);
  if (before?.year === year) {
    if (kind === "month") return called;
    return before.month === month ? String(day) : `${day} ${called}`;
  }
  return `${kind === "month" ? "" : `${day} `}${called} ${yearInWords(year)}`;
}

/** A year at the beginning of so many; millions in words: '2020', '100 BC', '250 million BC'. */
export function roundYear(year, step) {
  const counted = year > 0 ? year : 1 - year;
  if (step < MILLION || counted % MILLION) return yearInWords(year);
  return `${figures(counted / MILLION)} million${year < 1 ? " BC" : ""}`;
}

/** What a piece of the calendar is called: '13 March 2025', '10–16 March 2025', 'March 2025', '2020–2029'. */
export function pieceName(unit, number) {
  const first = fromOrdinal(unit.start(number));
  const last = fromOrdinal(unit.start(number + 1) - 1);
  const month = (day, omit) => MONTHS[day.month - 1] + (omit ? "" : ` ${yearInWords(day.year)}`);
  const day = (one, omit) => `${one.day} ${month(one, omit)}`;
  if (unit.kind === "day") return day(first);
  if (unit.kind === "week") {
    if (first.year !== last.year) return `${day(first)} – ${day(last)}`;
    return first.month === last.month ? `${first.day}–${day(last)}` : `${day(first, true)} – ${day(last)}`;
  }
  if (unit.kind === "month") return unit.step === 1 ? month(first) : `${month(first, true)}–${month(last)}`;
  return unit.step === 1 ? yearInWords(first.year) : yearsName(unit, first.year, last.year);
}

function yearsName({ step }, first, last) {
  if (step >= MILLION) return `${roundYear(first, step)} to ${roundYear(last + 1, step)}`;
  const [start, end] = [yearInWords(first), yearInWords(last)];
  if (first > 999) return `${start}–${end}`;
  if (first > 0 === last > 0 && last < 1000) return `${start.replace(/ BC$/, "")}–${end.replace(/^AD /, "")}`;
  return `${start} – ${end}`;
}
