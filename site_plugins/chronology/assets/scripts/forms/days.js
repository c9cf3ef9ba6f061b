// Days of the proleptic Gregorian calendar, for any year: `model/days.py` for the browser, on the explorer's numbers.

import { fromOrdinal, lengthOf, MONTHS, toOrdinal } from "../explorer/periods.js";

export { lengthOf as daysInMonth, MONTHS };

const two = (number) => String(number).padStart(2, "0");

/** A civil day: astronomical year, month 1 to 12, day 1 to 31. */
export function makeDay(year, month, day) {
  return { year, month, day };
}

export function dayOf(ordinal) {
  return fromOrdinal(ordinal);
}

export function ordinalOf({ year, month, day }) {
  return toOrdinal(year, month, day);
}

/** Below 0 where the first is earlier, 0 for the same day. */
export function compareDays(one, other) {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day) {
  return (((ordinalOf(day) + 6) % 7) + 7) % 7;
}

/** A year as EDTF writes it: four digits, or `Y` and more: '0079', '-0043', 'Y-17000'. */
export function yearText(year) {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
}

/** The day as EDTF: '2025-03-12', '-0043-03-15', 'Y17000-01-01'. */
export function isoformat({ year, month, day }) {
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}
