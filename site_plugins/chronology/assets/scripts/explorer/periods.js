// Days as numbers, and the dates that begin and end a period: `model/days.py` and `model/dates.py` for the browser.
// A day's number is Day.ordinal: proleptic Gregorian, any year, 1 is 1 January of the year 1.

const DATE = /^(-?\d{4}|Y-?[1-9]\d{4,11})(?:-(\d\d)(?:-(\d\d))?)?$/;
export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const DAYS_IN_400_YEARS = 146_097;

const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const lengthOf = (year, month) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** The number of a day; years count astronomically, 0 is 1 BC. */
export function toOrdinal(year, month, day) {
  // "days_from_civil" of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": years begin in March.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_400_YEARS + yearOfEra * 365 + leaps + dayOfYear - 305;
}

/** The day of a number, as {year, month, day}. */
export function fromOrdinal(ordinal) {
  const shifted = ordinal + 305;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** A year, month or day as EDTF writes it ('2025', '2025-03', '-0043-03-15', 'Y-17000'), as {first, last, unit}. */
export function parsePeriodDate(text) {
  const parts = readParts(text);
  if (!parts) return null;
  const { year, month, day, unit } = parts;
  if (unit === "day") {
    const ordinal = toOrdinal(year, month, day);
    return { first: ordinal, last: ordinal, unit };
  }
  const [begins, ends] = unit === "month" ? [month, month] : [1, 12];
  return { first: toOrdinal(year, begins, 1), last: toOrdinal(year, ends, lengthOf(year, ends)), unit };
}

function readParts(text) {
  const match = DATE.exec(text ?? "");
  if (!match || match[1] === "-0000") return null;
  const year = Number(match[1].replace("Y", ""));
  if (match[2] === undefined) return { year, unit: "year" };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { year, month, unit: "month" };
  const day = Number(match[3]);
  return day >= 1 && day <= lengthOf(year, month) ? { year, month, day, unit: "day" } : null;
}

/** The year, month or day that a day lies in, as EDTF writes it. */
export function formatPeriodDate(ordinal, unit = "day") {
  const { year, month, day } = fromOrdinal(ordinal);
  const parts = [yearText(year), twoDigits(month), twoDigits(day)];
  return parts.slice(0, { year: 1, month: 2, day: 3 }[unit]).join("-");
}

function yearText(year) {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
}

const twoDigits = (number) => String(number).padStart(2, "0");

/** A year, month or day in words: '13 March 2025', '44 BC'. What is no such date stays as it is. */
export function inWords(text) {
  const parts = readParts(text);
  if (!parts) return text;
  const month = parts.month ? `${MONTHS[parts.month - 1]} ` : "";
  return `${parts.day ? `${parts.day} ` : ""}${month}${yearInWords(parts.year)}`;
}

/** A year as people count: "2025", "AD 79", "44 BC" for -43; round ones so: "17,000 BC" for -17000. */
export function yearInWords(year) {
  const isRound = year < -9999 && year % 1000 === 0;
  if (isRound && year % 1e6 === 0) return `${(-year / 1e6).toLocaleString("en-GB")} million BC`;
  const counted = year > 0 ? year : isRound ? -year : 1 - year;
  const figures = counted > 9999 ? counted.toLocaleString("en-GB") : String(counted);
  if (year < 1) return `${figures} BC`;
  return year < 1000 ? `AD ${figures}` : figures;
}

/** The first and last day of the period from one date to another, both included; infinite where it is open. */
export function boundsOf(from, to) {
  return [parsePeriodDate(from)?.first ?? -Infinity, parsePeriodDate(to)?.last ?? Infinity];
}
