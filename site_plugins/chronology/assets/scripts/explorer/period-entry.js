// Dates as readers write them in the fields of the period, to the dates of an address: "13 March 2025", "Mar 2025",
// "44 BC" or what is one already. What they mean is for periods.js.

import { fromOrdinal, parsePeriodDate } from "./periods.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL = [
  "january", "february", "march", "april", "may", "june", "july",
  "august", "september", "october", "november", "december",
];
const YEAR = "(?:(ad)\\s*)?(\\d{1,3}(?:,\\d{3})+|\\d+)\\s*(bce?|ad|ce)?";
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+([a-z]+)\\.?,?\\s+${YEAR}$`);
const MONTH_FIRST = new RegExp(`^([a-z]+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)${YEAR}$`);
const MONTH_ONLY = new RegExp(`^([a-z]+)\\.?,?\\s+${YEAR}$`);
const YEAR_ONLY = new RegExp(`^${YEAR}$`);
const FIGURES = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;

/** The EDTF calendar date that a text means; null where it means none, 30 February among them. */
export function readPeriodEntry(text) {
  const written = text.trim();
  const date = /^(-?\d{4}(-\d\d){0,2}|Y-?\d+(-\d\d){0,2})$/.test(written) ? written : fromWords(written.toLowerCase().replace(" million", ",000,000"));
  return date && parsePeriodDate(date) ? date : null;
}

/** The dates that "13 March" or "March" means in the years in which events begin (`first`: days) on it: [{date, count}]. */
export function datesWithoutYear(text, first) {
  if (!/[a-z]{3}/i.test(text) || !readPeriodEntry(`${text} 2000`)) return [];
  const days = first.filter((day) => day !== null);
  const years = new Set(days.map((day) => fromOrdinal(day).year));
  const dates = [...years].map((number) => readPeriodEntry(number > 0 ? `${text} ${number}` : `${text} ${1 - number} BC`)).filter(Boolean);
  return dates.map((date) => ({ date, count: countWithin(days, parsePeriodDate(date)) })).filter(({ count }) => count);
}

const countWithin = (days, { first, last }) => days.filter((day) => day >= first && day <= last).length;

function fromWords(text) {
  let match = FIGURES.exec(text);
  if (match) return edtf(Number(match[1]), Number(match[2]), match[3] && Number(match[3]));
  if ((match = DAY_FIRST.exec(text))) return dated(match.slice(3), match[2], Number(match[1]));
  if ((match = MONTH_FIRST.exec(text))) return dated(match.slice(3), match[1], Number(match[2]));
  if ((match = MONTH_ONLY.exec(text)) && match[1] !== "ad") return dated(match.slice(2), match[1]);
  if ((match = YEAR_ONLY.exec(text))) return edtf(year(match.slice(1)));
  return null;
}

function dated(yearParts, name, day) {
  const month = MONTHS.findIndex((short, at) => name === short || (short === "sep" && name === "sept") || name === FULL[at]);
  return month < 0 ? null : edtf(year(yearParts), month + 1, day);
}

/** Years are counted astronomically: 44 BC is -43, but 17,000 BC is -17000. There is no year 0 BC; that is not a number. */
function year([, digits, era]) {
  const number = Number(digits.replaceAll(",", ""));
  if (!era?.startsWith("bc")) return number;
  return number > 9999 && number % 1000 === 0 ? -number : 1 - (number || NaN);
}

function edtf(number, ...rest) {
  if (Number.isNaN(number)) return null;
  const digits = String(Math.abs(number)).padStart(4, "0");
  const sign = number < 0 ? "-" : "";
  const written = digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits}`;
  return [written, ...rest.filter(Boolean).map((part) => String(part).padStart(2, "0"))].join("-");
}
