// As known on a day: which state of a page holds on it, and how a day stands in an address. Nothing here knows a page.
// The states are derived when the site is built, by model/known.py; tests/known/cases.json holds both to the same cases.

const PARAMETER = "known";
const DAY = /^(-?\d{4}|Y-?[1-9]\d{4,11})-(\d\d)-(\d\d)$/;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year, month) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** A day from its text, as {text, year, month, day}; null for anything else, 30 February among it. */
export function parseDay(text) {
  const match = DAY.exec(text ?? "");
  if (!match) return null;
  const [year, month, day] = [match[1].replace("Y", ""), match[2], match[3]].map(Number);
  const exists = match[1] !== "-0000" && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
  return exists ? { text, year, month, day } : null;
}

/** Negative, zero or positive, as the one day is before, on or after the other. */
export function compareDays(one, other) {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

/** A day in words: "14 March 2025". Years count astronomically: 0 is 1 BC. */
export function inWords({ year, month, day }) {
  return `${day} ${MONTHS[month - 1]} ${yearInWords(year)}`;
}

function yearInWords(year) {
  const isRound = year < -9999 && year % 1000 === 0;
  if (isRound && year % 1e6 === 0) return `${(-year / 1e6).toLocaleString("en-GB")} million BC`;
  const counted = year > 0 ? year : isRound ? -year : 1 - year;
  const figures = counted > 9999 ? counted.toLocaleString("en-GB") : String(counted);
  if (year < 1) return `${figures} BC`;
  return year < 1000 ? `AD ${figures}` : figures;
}

/** The day that an address asks for; null for none, and for what is no day. */
export function dayIn(address) {
  return parseDay(new URL(address).searchParams.get(PARAMETER));
}

/** The address of the same page as known on a day; without a day, as it is now. */
export function withDay(address, day) {
  const url = new URL(address);
  if (day) url.searchParams.set(PARAMETER, day.text);
  else url.searchParams.delete(PARAMETER);
  return url.href;
}

/** The number of the last of the days that is not after a day; -1 before the first. */
export function indexOn(days, day) {
  return days.findLastIndex((text) => compareDays(parseDay(text), day) <= 0);
}

/** What holds at a number of the days, of steps [number, value] in order; undefined before the first. */
export function valueAt(steps, index) {
  return steps.findLast(([from]) => from <= index)?.[1];
}

const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/**
 * A page's data as known on a day: `present`, whether that is all of it; `words`, how much it is (null: nothing yet);
 * `public`, of each event whether it was; `sources`, of each whether it was cited; `claims`, of each its state
 * (undefined: not yet made); `events` and `questions`, of each the number of the piece that it shows (null: what it
 * shows now; undefined: nothing yet).
 */
export function stateOn(data, day) {
  const index = indexOn(data.days, day);
  return {
    present: index === data.days.length - 1,
    words: data.words[index] ?? null,
    public: mapValues(data.public, (from) => from <= index),
    sources: mapValues(data.sources, (from) => from <= index),
    claims: mapValues(data.claims, (steps) => valueAt(steps, index)),
    events: mapValues(data.events, (steps) => valueAt(steps, index)),
    questions: mapValues(data.questions, (steps) => valueAt(steps, index)),
  };
}

/** The days that one comes to next from a day, {earlier, later}; null where there is none. */
export function neighbours(days, day) {
  const parsed = days.map(parseDay);
  return {
    earlier: parsed.findLast((one) => compareDays(one, day) < 0) ?? null,
    later: parsed.find((one) => compareDays(one, day) > 0) ?? null,
  };
}
