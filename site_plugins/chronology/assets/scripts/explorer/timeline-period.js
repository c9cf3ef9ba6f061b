// The period that a window of the timeline stands for, and the window of a period. Nothing here knows a page.

import { boundsOf, formatPeriodDate, fromOrdinal, toOrdinal } from "./periods.js";
import { UNITS, unitOf, whole } from "./timeline-scale.js";

const NARROWEST_BAR = 5; // of the overview: its bars are whole
const FINEST = 3; // pixels of the unit to which a period is written
const SHORTEST = 1; // day

/** The window of all events, on so many pixels, whose bars are whole; they are from `first` to the beginning of `last`. */
export function wholeOf({ earliest, latest }, width) {
  let [first, last] = [Infinity, -Infinity];
  for (const bounds of [earliest, latest]) {
    for (const day of bounds) {
      if (!Number.isFinite(day)) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return Number.isFinite(first) ? { ...whole(first, last, width, NARROWEST_BAR), first, last: last + 1 } : null;
}

/** The window of a period; where it is open, it reaches to the end of the whole. */
export function windowOf({ from, to }, whole) {
  const [first, last] = boundsOf(from, to);
  let start = Number.isFinite(first) ? first : Math.min(whole.start, last);
  let end = Number.isFinite(last) ? last + 1 : Math.max(whole.end, first + SHORTEST);
  if (end <= start) [start, end] = [whole.start, whole.end];
  return { start, end, width: whole.width };
}

/** Whether a window shows all there is. */
export const isWhole = (window, whole) => window.start <= whole.start && window.end >= whole.end;

/** A window that is neither longer than the whole nor shorter than a day, and reaches beyond neither end. */
export function within(whole, start, end) {
  const length = Math.min(Math.max(end - start, SHORTEST), whole.end - whole.start);
  const middle = (start + end) / 2;
  const begin = Math.min(Math.max(end - start < length ? middle - length / 2 : start, whole.start), whole.end - length);
  return { start: begin, end: begin + length, width: whole.width };
}

/** The same window with the time around a day that many times as long. */
export function zoomed(window, whole, factor, around = (window.start + window.end) / 2) {
  const length = Math.max((window.end - window.start) * factor, SHORTEST);
  const part = (around - window.start) / (window.end - window.start);
  return within(whole, around - length * part, around + length * (1 - part));
}

/** The same window, by so much of its length later; earlier where that is negative. */
export function moved(window, whole, part) {
  const length = window.end - window.start;
  return within(whole, window.start + length * part, window.end + length * part);
}

/** The period of a window, {from, to}, to the day, month or year, whichever fits the scale; null where it is open. */
export function periodOf(window, whole) {
  const unit = unitOf(window, FINEST);
  const [from, to] = unit.kind === "year" && unit.step > 1 ? roundYears(window, unit) : pieces(window, written(unit));
  return { from: window.start <= whole.start ? null : from, to: window.end >= whole.end ? null : to };
}

/** A period is written in days, months or years. */
const written = ({ kind }) => UNITS.find((unit) => unit.kind === (kind === "week" ? "day" : kind));

function pieces({ start, end }, unit) {
  const first = nearest(unit, start);
  const last = Math.max(nearest(unit, end), unit.start(unit.number(first) + 1)) - 1;
  return [formatPeriodDate(first, unit.kind), formatPeriodDate(last, unit.kind)];
}

function nearest(unit, time) {
  const number = unit.number(Math.floor(time));
  const [before, after] = [unit.start(number), unit.start(number + 1)];
  return time - before <= after - time ? before : after;
}

/** Round years as records write them, 'Y-250000000': a year more or less is nothing here. */
function roundYears({ start, end }, { step }) {
  return [start, end].map((time) => {
    const year = Math.round(fromOrdinal(Math.floor(time)).year / step) * step;
    return formatPeriodDate(toOrdinal(year, 1, 1), "year");
  });
}
