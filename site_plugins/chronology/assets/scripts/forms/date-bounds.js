// What the digits of one date can mean: its kind, its first and its last day. `model/date_bounds.py` for the browser.

import * as advice from "./date-advice.js";
import { DateRefusal } from "./date-refusal.js";
import { daysInMonth, makeDay } from "./days.js";
import { quoted } from "./message-text.js";

/** Parts of a year (ISO 8601-2 4.8): first month, number of months. */
export const SEASONS = {
  21: [3, 3], 22: [6, 3], 23: [9, 3], 24: [12, 3],
  25: [3, 3], 26: [6, 3], 27: [9, 3], 28: [12, 3],
  29: [9, 3], 30: [12, 3], 31: [3, 3], 32: [6, 3],
  33: [1, 3], 34: [4, 3], 35: [7, 3], 36: [10, 3],
  37: [1, 4], 38: [5, 4], 39: [9, 4],
  40: [1, 6], 41: [7, 6],
}; // prettier-ignore

const yearOf = (digits) => Number(digits.replace(/^Y+/, ""));

/** Kind and bounds of a date whose digits are all known. */
export function exact(yearDigits, monthDigits, dayDigits) {
  const year = yearOf(yearDigits);
  if (monthDigits === undefined) return ["year", makeDay(year, 1, 1), makeDay(year, 12, 31)];
  const month = Number(monthDigits);
  if (dayDigits === undefined) {
    if (month >= 1 && month <= 12) return ["month", makeDay(year, month, 1), makeDay(year, month, daysInMonth(year, month))];
    if (month in SEASONS) return ["season", ...season(year, year, month)];
    throw new DateRefusal(advice.onMonth(yearDigits, month, null));
  }
  if (month < 1 || month > 12) throw new DateRefusal(advice.onMonth(yearDigits, month, Number(dayDigits)));
  const day = makeDay(year, month, Number(dayDigits));
  if (day.day < 1 || day.day > daysInMonth(year, month)) throw new DateRefusal(advice.onDay(yearDigits, day));
  return ["day", day, day];
}

function season(firstYear, lastYear, number) {
  const [firstMonth, months] = SEASONS[number];
  const end = firstMonth + months - 2;
  const year = lastYear + Math.floor(end / 12);
  const lastMonth = (end % 12) + 1;
  return [makeDay(firstYear, firstMonth, 1), makeDay(year, lastMonth, daysInMonth(year, lastMonth))];
}

/** Kind and bounds of a date with unspecified digits (ISO 8601-2 4.6): the first and last day that fit. */
export function masked(text, year, month, day) {
  const years = year.includes("X") ? numbers(year) : [yearOf(year)];
  if (month === undefined) {
    const kind = year.at(-2) !== "X" ? "decade" : year.at(-3) !== "X" ? "century" : "unspecified";
    return [kind, makeDay(years[0], 1, 1), makeDay(years.at(-1), 12, 31)];
  }
  if (/^\d+$/.test(month) && day === undefined && Number(month) in SEASONS) {
    return ["unspecified", ...season(years[0], years.at(-1), Number(month))];
  }
  const months = numbers(month).filter((number) => number >= 1 && number <= 12);
  const days = numbers(day ?? "XX");
  const earliest = firstFitting(years, months, days);
  const latest = firstFitting(years.toReversed(), months.toReversed(), days.toReversed());
  if (!earliest || !latest) {
    throw new DateRefusal([`no day fits ${quoted(text)}`, "X stands for one digit: 2025-03-XX, 2025-XX, 20XX"]);
  }
  return ["unspecified", earliest, latest];
}

function firstFitting(years, months, days) {
  for (const year of years) {
    for (const month of months) {
      const length = daysInMonth(year, month);
      const day = days.find((number) => number >= 1 && number <= length);
      if (day !== undefined) return makeDay(year, month, day);
    }
  }
  return null;
}

/** The numbers that fit a mask of digits and X, in order: '1X' is 10 to 19. */
function numbers(mask) {
  const negative = mask.startsWith("-");
  let fitting = [0];
  for (const digit of negative ? mask.slice(1) : mask) {
    const choices = digit === "X" ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(digit)];
    fitting = fitting.flatMap((number) => choices.map((choice) => number * 10 + choice));
  }
  return negative ? fitting.reverse().filter(Boolean).map((number) => -number) : fitting;
}
