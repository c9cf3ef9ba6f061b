// What stands in the margin beside an event that is drawn from the data: a certain day as a numeral over its weekday and
// date, as model/date_margin.py sets it; any other date in its words.

import { formatPeriodDate, fromOrdinal, inWords } from "./periods.js";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const SEASON = 92; // days at most in a season

/** {numeral, lines} of an event of a dataset. */
export function marginOf({ first, last, shape, soft, when }, event) {
  const day = first[event];
  if (shape[event] !== 0 || soft[event] || day === null || day !== last[event]) return { numeral: when[event], lines: [] };
  const { year, day: numeral } = fromOrdinal(day);
  if (year < 1583) return { numeral: String(numeral), lines: [inWords(formatPeriodDate(day, "month"))] };
  return { numeral: String(numeral), lines: [WEEKDAYS[((day % 7) + 7) % 7], when[event]] };
}

/** The month or, where the date is vaguer, the year that an event is listed under, in words. */
export function monthOf({ first, last, shape }, event) {
  const day = first[event] ?? last[event];
  if (day === null) return "Date not known";
  const vague = shape[event] === 1 && first[event] !== null && last[event] !== null && last[event] - first[event] > SEASON;
  return inWords(formatPeriodDate(day, vague ? "year" : "month"));
}
