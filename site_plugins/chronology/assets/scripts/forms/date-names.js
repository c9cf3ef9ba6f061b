// What to call one date (no interval, no set) in English, with its doubt: `model/date_names.py` for the browser.

import { SEASONS } from "./date-bounds.js";
import { MONTHS } from "./days.js";

export const DASH = "–";
const ORDINALS = ["first", "second", "third", "fourth"];
const SEASON_NAMES = ["spring", "summer", "autumn", "winter"];
const grouped = (number) => number.toLocaleString("en-GB", { useGrouping: "always" });

function digits(date) {
  const [, year, month, day] = /^(-?[0-9X]{4}|Y-?[0-9]+)(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?$/.exec(date.text.replace(/[~?%]/g, ""));
  return [year, month, day];
}

/** The words for ~ ? %: 'about', 'possibly', 'possibly about', or ''. */
export function doubt({ approximate, uncertain }) {
  return [uncertain && "possibly", approximate && "about"].filter(Boolean).join(" ");
}

/** An astronomical year as people count: 2025, 'AD 79', '44 BC' for -43; round ones so: '17,000 BC' for -17000. */
export function yearName(year) {
  if (year > 0) return year < 1000 ? `AD ${year}` : year > 9999 ? grouped(year) : String(year);
  if (year < -9999 && year % 1e6 === 0) return `${grouped(-year / 1e6)} million BC`;
  const counted = year < -9999 && year % 1000 === 0 ? -year : 1 - year;
  return `${counted > 9999 ? grouped(counted) : counted} BC`;
}

/** Two years, naming their era once: '2024–2025', 'AD 33–70', '130–121 BC', '50 BC – AD 20'. */
export function yearRange(first, last, joint) {
  const [start, end] = [yearName(first), yearName(last)];
  if (first > 999) return start + joint + end;
  if (first > 0 === last > 0 && last < 1000) return start.replace(/ BC$/, "") + joint + end.replace(/^AD /, "");
  return start + spaced(joint) + end;
}

const spaced = (joint) => (joint === DASH ? ` ${DASH} ` : joint);

export function monthName(month, omit = null) {
  const name = MONTHS[month.month - 1];
  return month.year === omit ? name : `${name} ${yearName(month.year)}`;
}

export function dayName(day, omit = null) {
  return `${day.day} ${monthName(day, omit)}`;
}

function ordinal(number) {
  const rest = number % 100;
  return `${number}${rest >= 10 && rest <= 20 ? "th" : { 1: "st", 2: "nd", 3: "rd" }[number % 10] ?? "th"}`;
}

function seasonName(number) {
  if (number <= 32) return ["", "northern ", "southern "][Math.floor((number - 21) / 4)] + SEASON_NAMES[(number - 21) % 4];
  if (number >= 37 && number <= 39) {
    const [first, months] = SEASONS[number];
    return `${MONTHS[first - 1]}${DASH}${MONTHS[first + months - 2]}`;
  }
  return number <= 36 ? `${ORDINALS[number - 33]} quarter` : `${ORDINALS[number - 40]} half`;
}

function seasonYears({ earliest: first, latest: last }) {
  if (first.year === last.year) return yearName(first.year);
  const short = first.year >= 1000 && first.year <= 9998 && last.year % 100;
  return short ? `${first.year}${DASH}${String(last.year % 100).padStart(2, "0")}` : yearRange(first.year, last.year, DASH);
}

/** One date without its doubt, as it stands by itself: '12 March 2025', '2020s', 'a day in March 2025'. */
export function name(date, omit = null) {
  const { earliest: first, latest: last } = date;
  switch (date.kind) {
    case "day":
      return dayName(first, omit);
    case "month":
      return monthName(first, omit);
    case "year":
      return yearName(first.year);
    case "season":
      return season(date, omit);
    case "decade":
    case "century":
      return era(first.year, last.year);
    default:
      return unspecified(date, "", omit);
  }
}

/** One date with its doubt, as it stands in a sentence: 'about the 2020s', 'possibly 12 March 2025'. */
export function phrase(date, omit = null) {
  const words = doubt(date);
  if (date.kind === "unspecified") {
    // What is approximate is the month or year around the digits that are missing.
    return (date.uncertain ? "possibly " : "") + unspecified(date, date.approximate ? "about " : "", omit);
  }
  const called = name(date, omit);
  return words ? `${words} ${withArticle(called)}` : called;
}

/** As `phrase`, with an article where one is due: (until) 'the 20th century'. */
export function inSentence(date, omit = null) {
  return withArticle(phrase(date, omit));
}

/** Two days, months or years in as few words as are clear: '11–13 March 2025', '28 February – 3 March 2025'. */
export function between(unit, first, last, joint, omit = null) {
  if (unit === "year") return yearRange(first.year, last.year, joint);
  const called = unit === "day" ? dayName : monthName;
  if (first.year !== last.year) return called(first) + spaced(joint) + called(last);
  if (unit === "month") return MONTHS[first.month - 1] + joint + monthName(last, omit);
  if (first.month === last.month) return `${first.day}${joint}${dayName(last, omit)}`;
  return dayName(first, first.year) + spaced(joint) + dayName(last, omit);
}

function withArticle(called) {
  return /^(?:[0-9,]+(?:s\b|(?:st|nd|rd|th) century)|(?:first|second|third|fourth) )/.test(called) ? `the ${called}` : called;
}

function season(date, omit) {
  const called = seasonName(Number(digits(date)[1] ?? 0));
  const years = seasonYears(date);
  if (years === String(omit)) return called;
  return /(?:quarter|half)$/.test(called) ? `${called} of ${years}` : `${called} ${years}`;
}

function era(first, last) {
  if (last - first >= 90) {
    return first >= 0 ? `${ordinal(Math.floor(last / 100) + 1)} century` : `${ordinal(Math.floor(-first / 100) + 1)} century BC`;
  }
  return first >= 1000 && first % 100 ? `${first}s` : yearRange(first, last, DASH);
}

/** A date with X digits. The plain cases have words of their own; all others are a time between their bounds. */
function unspecified(date, about, omit) {
  const [year, month, day] = digits(date);
  const { earliest: first, latest: last } = date;
  const sameDay = first.year === last.year && first.month === last.month && first.day === last.day;
  if (sameDay) return about + dayName(first, omit);
  if (month === undefined) return `a year between ${about}${between("year", first, last, " and ")}`;
  const partly = (part) => part !== "XX" && part.includes("X");
  if (partly(month) || (day !== undefined && partly(day))) {
    const unit = day === undefined ? "month" : "day";
    return `a ${unit} between ${about}${between(unit, first, last, " and ", omit)}`;
  }
  if (month === "XX") {
    const missing = day === undefined ? "a month" : day === "XX" ? "a day" : `the ${ordinal(Number(day))} of a month`;
    return `${missing} in ${about}${container(year, first, last)}`;
  }
  if (!year.includes("X")) return `a day in ${about}${monthName(first, omit)}`;
  const called = Number(month) <= 12 ? MONTHS[Number(month) - 1] : seasonName(Number(month));
  const part = day === undefined ? called : day === "XX" ? `a day in ${called}` : `${Number(day)} ${called}`;
  return `${part} of a year in ${about}${container(year, first, last)}`;
}

function container(year, first, last) {
  if (!year.includes("X")) return yearName(first.year);
  if (/^-?[0-9]{2}(?:[0-9]X|XX)$/.test(year)) {
    const ends = [Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9"))];
    return withArticle(era(Math.min(...ends), Math.max(...ends)));
  }
  return `the years ${yearRange(first.year, last.year, DASH)}`;
}
