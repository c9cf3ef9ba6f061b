// What the writer of a mistaken date meant, and how to say it: `model/date_advice.py` for the browser. Advice is
// [what is wrong, what would be right].

import { rewritePhrase } from "./date-phrases.js";
import { daysInMonth, MONTHS, yearText } from "./days.js";
import { quoted } from "./message-text.js";

export const SET = "write one of several dates as [2025-03-11,2025-03-12]";

const MARKED = "[~?%]?-?[0-9X]{4}[~?%]?(?:-[~?%]?[0-9X]{2}[~?%]?){0,2}";
const whole = (source, flags = "") => new RegExp(`^(?:${source})$`, flags);
const DATE_TIME = whole(
  `(${MARKED})T([01][0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+\\-\\u2212][0-9]{2}(?::?[0-9]{2})?)?`,
);
const TIME_APART = /^(.+?)(?:[Tt]| +|, *)([0-2]?[0-9]):([0-5][0-9])\b.*$/;
const EXPONENT = /^Y(-?[1-9][0-9]{0,10})E([0-9]{1,2})(S[1-9][0-9]*)?$/;
const SIGNIFICANT = /^(-?[0-9]{4}|Y-?[1-9][0-9]{4,11})S([1-9][0-9]*)$/;
const ALL_OF = whole(`\\{ *(?:\\.\\.)?${MARKED}(?: *(?:,|\\.\\.) *${MARKED})*(?:\\.\\.)? *\\}`);
const TRUNCATED = /^(-?)([0-9]{2,3})([~?%]?)$/;
const MASKED_LONG = /^Y-?[1-9][0-9X]{4,11}[~?%]?$/;
const LONGER = /^Y-?[1-9][0-9]{12,}$/;
const NO_YEAR = /^[~?%]?-?XXXX[~?%]?(?:-[~?%]?(?:0[1-9]|1[0-2]|XX)[~?%]?(?:-[~?%]?[0-3X][0-9X][~?%]?)?)?$/;
const NO_BOUNDS = /^(?:\.\.)?\/(?:\.\.)?$/;
const EXCHANGEABLE = /^([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})$/;
const SHORT_YEAR = /^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}$/;
const NO_DATES = new Set(["", "unknown", "n.d", "nd", "undated", "tbd", "tba", "none", "null", "not known"]);
const DASHES = /[\u2010\u2011\u2012\u2013\u2014\u2212]/g;
const two = (number) => String(number).padStart(2, "0");

export function onLength(length, longest) {
  if (!length) return ["the date is empty", "write what is known: 2025-03-12, 2025-03 or 2025"];
  return [`the date has ${length} characters`, `${longest} are the most that a date can have`];
}

export function onMonth(year, month, day) {
  if (month === 0) return ["there is no month 00", `write ${year} where the month is not known`];
  if (day === null) return [`there is no month ${two(month)}`, "months are 01 to 12 (21 to 41: seasons, quarters, halves)"];
  if (month >= 21 && month <= 24 && !(day >= 1 && day <= 12)) {
    return [`a season (${month}) has no days`, `write ${year}-${month}, or the month and day`];
  }
  if (day >= 1 && day <= 12 && month <= 31) {
    return [`there is no month ${two(month)}`, `write ${year}-${two(day)}-${two(month)} for ${month} ${MONTHS[day - 1]}`];
  }
  return [`there is no month ${two(month)}`, "months are 01 to 12"];
}

export function onDay(year, day) {
  const month = MONTHS[day.month - 1];
  if (day.day === 0) return ["there is no day 00", `write ${year}-${two(day.month)} where the day is not known`];
  return [`there is no ${day.day} ${month} ${year}`, `${month} ${year} has ${daysInMonth(day.year, day.month)} days`];
}

/** Advice on what is valid EDTF (or ISO 8601-2) and still not accepted; null for everything else. */
export function outsideProfile(text) {
  let form;
  if ((form = DATE_TIME.exec(text))) return outside(text, "a date and a time in one", apart(form[1], form[2], form[3]));
  if ((form = EXPONENT.exec(text))) {
    const year = Number(form[1]) * 10 ** Number(form[2]);
    const hint = Math.abs(year) < 1e12 ? `write ${yearText(year)}` : "write at most 12 digits after Y";
    return outside(text, "a year with an exponent", hint);
  }
  if ((form = SIGNIFICANT.exec(text))) {
    const year = form[1];
    const known = Number(form[2].slice(0, 2));
    const masked = known > 3 ? year : year.slice(0, year.length - 4 + known) + "X".repeat(4 - known);
    return outside(text, "a year with significant digits", year.startsWith("Y") ? `write ${year}~` : `write ${masked}`);
  }
  if (ALL_OF.test(text)) {
    return outside(text, "a set of which every date is meant", "write an event for each date, or [2025-03-11,2025-03-12] for one of them");
  }
  if ((form = TRUNCATED.exec(text))) {
    const [, sign, digits, mark] = form;
    const name = digits.length === 2 ? "a century in two digits" : "a decade in three digits";
    return outside(text, name, `write ${sign}${digits.padEnd(4, "X")}${mark}`);
  }
  if (NO_YEAR.test(text)) return outside(text, "a year of X alone", "give the years that it can be, as in 20XX or [1900..2025]");
  if (MASKED_LONG.test(text)) return outside(text, "X in a year of five or more digits", "write an interval or a set of years");
  if (LONGER.test(text)) return outside(text, "a year of more than 12 digits", "write at most 12 digits after Y");
  return NO_BOUNDS.test(text) ? noBounds(text) : null;
}

export function noBounds(text) {
  return outside(text, "no beginning and no end", "give one end, as in ../2025-03-16 or 2024-08-06/..");
}

/** The EDTF that was probably meant, or null. It has the form of a date, and may still be an impossible one. */
export function rewrite(text) {
  if (Array.from(text).length > 100) return null;
  const folded = text.replace(DASHES, "-").normalize("NFKC").replace(DASHES, "-");
  const plain = folded.split(/\s+/u).filter(Boolean).join(" ");
  if (plain !== text && /^[\][0-9XY~?%/,. -]+$/.test(plain)) return rewritePhrase(plain) || plain;
  return rewritePhrase(plain);
}

/** Advice on a mistake that has no one right form, where it is known. */
export function explain(text) {
  let form = EXCHANGEABLE.exec(text);
  if (form) {
    const [first, second, year] = [Number(form[1]), Number(form[2]), form[3]];
    if (first >= 1 && first <= 12 && second >= 1 && second <= 12) {
      return [
        `${quoted(text)} can be ${first} ${MONTHS[second - 1]} or ${second} ${MONTHS[first - 1]}`,
        `write ${year}-${two(second)}-${two(first)} or ${year}-${two(first)}-${two(second)}`,
      ];
    }
  }
  if (SHORT_YEAR.test(text)) return [`${quoted(text)} has a year of two digits`, "write year, month and day, as in 2025-03-12"];
  if ((form = TIME_APART.exec(Array.from(text).slice(0, 100).join("")))) {
    return [`${quoted(text)} has a time of day`, apart(form[1], form[2], form[3])];
  }
  if (text.split("/").length > 2) return [`${quoted(text)} has more than two ends`, "write an interval as 2025-03-11/2025-03-13"];
  if ("[{".includes(text[0]) !== "]}".includes(text.at(-1))) return [`${quoted(text)} has only one of its brackets`, SET];
  if (NO_DATES.has(text.toLowerCase().replace(/^[ ?.]+|[ ?.]+$/g, ""))) {
    return [`${quoted(text)} is no date`, "write the narrowest span that is known, as in 2025 or ../2025-03-16"];
  }
  return null;
}

export function onAnything(text) {
  return [`${quoted(text)} is not a date`, "write a day as 2025-03-12, a month as 2025-03, a year as 2025"];
}

export function onPhrase(text, suggestion) {
  return [`${quoted(text)} is not how a date is written here`, `write ${suggestion}`];
}

function apart(date, hour, minute) {
  if (hour === "24") return "write the date of the next day and `time: 00:00`";
  return `write \`date: ${rewrite(date) || date}\` and \`time: ${two(Number(hour))}:${minute}\``;
}

function outside(text, what, hint) {
  return [`${quoted(text)} is valid EDTF, but outside this profile (${what})`, hint];
}
