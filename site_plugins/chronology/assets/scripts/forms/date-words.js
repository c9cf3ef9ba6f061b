// Dates in English, as plain text: `model/date_words.py` for the browser.

import { between, DASH, dayName, doubt, inSentence, monthName, phrase, yearName } from "./date-names.js";

const UNITS = ["day", "month", "year"];
const CALLED = { day: dayName, month: monthName };

/** The date in words: '12 March 2025', 'about 12 March 2025', '11–13 March 2025', '11 or 12 March 2025'. */
export function inWords(date) {
  if (date.kind === "interval") return interval(date);
  return date.kind === "one-of" ? oneOf(date) : phrase(date);
}

function interval(date) {
  if (date.parts.length === 2) {
    const [start, end] = date.parts;
    if (alike(date.parts)) return joined(date.parts, DASH);
    return `from ${inSentence(start, sharedYear(start, end))} ${led("to", inSentence(end))}`;
  }
  const known = inSentence(date.parts[0]);
  if (date.latest === null) return led("from", known) + (date.text.endsWith("..") ? "" : ", end not known");
  return led("until", known) + (date.text.startsWith("..") ? "" : ", beginning not known");
}

/** 'until 16 March', 'possibly until 16 March'. */
function led(word, words) {
  return words.startsWith("possibly ") ? `possibly ${word} ${words.slice("possibly ".length)}` : `${word} ${words}`;
}

function oneOf(date) {
  const members = date.parts;
  if (members.length > 1 && alike(members)) return joined(members, " or ");
  const last = members.at(-1);
  return listed([...members.slice(0, -1).map((one) => member(one, sharedYear(one, last))), member(last)]);
}

/** One of the dates of a set, or a range of them: 'a day between 11 and 13 March 2025', '1984 or earlier'. */
function member(date, omit = null) {
  if (date.kind !== "between") return phrase(date, omit);
  if (date.earliest === null) return `${phrase(date.parts[0], omit)} or earlier`;
  if (date.latest === null) return `${phrase(date.parts[0], omit)} or later`;
  const [start, end] = date.parts;
  const unit = start.kind === end.kind && UNITS.includes(start.kind) ? start.kind : "time";
  if (alike(date.parts)) return `a ${unit} between ${joined(date.parts, " and ", omit)}`;
  return `a ${unit} between ${inSentence(start, sharedYear(start, end))} and ${inSentence(end, omit)}`;
}

/** Whether all are days, or months, or years, with the same doubt, so that one word of doubt serves all. */
function alike(dates) {
  const kinds = new Set(dates.map((date) => `${date.kind} ${doubt(date)}`));
  return UNITS.includes(dates[0].kind) && kinds.size === 1;
}

/** Dates that are alike, naming what they share once: '11, 12 or 14 March 2025'. */
function joined(dates, joint, omit = null) {
  const unit = dates[0].kind;
  const days = dates.map((date) => date.earliest);
  const words = doubt(dates[0]);
  if (new Set(days.map((day) => `${day.year} ${day.month} ${day.day}`)).size === 1) return phrase(dates[0], omit);
  const called = days.length > 2 ? several(unit, days, omit) : between(unit, days[0], days[1], joint, omit);
  return words ? `${words} ${called}` : called;
}

/** Three or more days, months or years of a set; the last two carry the words that all share. */
function several(unit, days, omit) {
  const sameYear = days.every((day) => day.year === days[0].year);
  const sameMonth = unit === "day" && sameYear && days.every((day) => day.month === days[0].month);
  const last = between(unit, days.at(-2), days.at(-1), " or ", sameYear ? omit : null);
  if (sameMonth) return [...days.slice(0, -2).map((day) => String(day.day)), last].join(", ");
  const omitted = sameYear ? days.at(-1).year : null;
  const first = days.slice(0, -2).map((day) => (unit === "year" ? yearName(day.year) : CALLED[unit](day, omitted)));
  return [...first, last].join(", ");
}

/** The year that need not be said for a date, because the last of its row says it. */
function sharedYear(date, last) {
  const ends = [date, last].map((part) => (part.kind === "between" ? part.parts.at(-1) : part));
  if (!ends.every((end) => end.kind === "day" || end.kind === "month")) return null;
  const [year, other] = ends.map((end) => end.earliest.year);
  return year === other ? year : null;
}

function listed(words) {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
