// The period that a window of the timeline stands for, and the window of a period. Nothing here knows a page.

import { boundsOf, formatPeriodDate, fromOrdinal, toOrdinal } from "./periods.js";
import { UNITS, unitOf, whole } from "./timeline-scale.js";

const NARROWEST_BAR = 5; // of the overview: its bars are whole
const FINEST = 3; // pixels of the unit to which a period is written
const SHORTEST = 1; // day
const MARGIN = 0.02; // of a window, beyond the first and the last event

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

/** How far windows of a length go: a little beyond the first and the last event, so that these are not at the edge. */
function reach(whole, length) {
  const margin = Math.max(length, 0) * MARGIN;
  return [Math.max(whole.start, whole.first - margin), Math.min(whole.end, whole.last + margin)];
}

/** The window of a period; where it is open, it reaches to the end of the events. */
export function windowOf({ from, to }, whole) {
  const [first, last] = boundsOf(from, to);
  if (!from && !to) return { start: whole.start, end: whole.end, width: whole.width };
  const [earliest, latest] = reach(whole, Math.min(last + 1, whole.last) - Math.max(first, whole.first));
  let start = from ? first : Math.min(earliest, last);
  let end = to ? last + 1 : Math.max(latest, first + SHORTEST);
  if (end <= start) [start, end] = [whole.start, whole.end];
  return { start, end, width: whole.width };
}

/** Whether a window shows all there is. */
export const isWhole = (window, whole) => window.start <= whole.start && window.end >= whole.end;

/** A window no shorter than a day that reaches beyond neither end of the events; the whole, where it is longer. */
export function within(whole, start, end) {
  const length = Math.max(end - start, SHORTEST);
  const [earliest, latest] = reach(whole, length);
  if (length > latest - earliest) return windowOf({}, whole);
  const begin = Math.min(Math.max((start + end - length) / 2, earliest), latest - length);
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
  return { from: window.start <= whole.first ? null : from, to: window.end >= whole.last ? null : to };
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
