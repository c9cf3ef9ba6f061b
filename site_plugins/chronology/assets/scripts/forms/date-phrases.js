// Dates in the words and notations that people bring along, rewritten as EDTF: 'c. 12 March 2025' is '2025-03-12~'.
// `model/date_phrases.py` for the browser. Only for messages: a date is never guessed, it is suggested.

import { dayOf, daysInMonth, isoformat, makeDay, MONTHS, ordinalOf, weekdayOf, yearText } from "./days.js";

const NUMBER_OF_MONTH = { sept: 9 };
MONTHS.forEach((name, index) => {
  for (const length of [3, name.length]) NUMBER_OF_MONTH[name.slice(0, length).toLowerCase()] = index + 1;
});
const LONGEST_FIRST = (names) => [...names].sort((one, other) => other.length - one.length);
const MONTH = `(?<month>${LONGEST_FIRST(Object.keys(NUMBER_OF_MONTH)).join("|")})\\.?`;
const DAY = "(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?";
const YEAR = "(?<year>[0-9]{4})";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?";
const SEASON = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const QUARTER = {
  q1: 33, q2: 34, q3: 35, q4: 36, "first quarter": 33, "second quarter": 34, "third quarter": 35,
  "fourth quarter": 36, "last quarter": 36, "first half": 40, "second half": 41,
}; // prettier-ignore
const THIRD = { early: [1, 10], mid: [11, 20], late: [21, 31] };
const DOUBT = byWord({
  "~": ["c.", "ca.", "c", "ca", "circa", "about", "around", "approximately", "approx.", "approx"],
  "?": ["possibly", "perhaps", "probably", "maybe", "presumably"],
});
const FRAMES = byWord({
  "../{}": ["until", "till", "up to"],
  "[..{}]": ["by", "not later than", "no later than", "before", "earlier than"],
  "[{}..]": ["after", "later than", "not before", "not earlier than"],
  "{}/..": ["since", "from"],
  "{}": ["on", "in", "on a day in", "a day in", "the", "during"],
});
const EXCLUDED = { before: -1, "earlier than": -1, after: 1, "later than": 1 };
const OPEN = new Set(["present", "now", "ongoing", "open", "today", "..."]);

function byWord(groups) {
  return Object.fromEntries(Object.entries(groups).flatMap(([meaning, words]) => words.map((word) => [word, meaning])));
}

const pattern = (source) => new RegExp(`^(?:${source})$`, "i");
const escaped = (text) => text.replace(/[.]/g, "\\.");
const PREFIXES = pattern(
  `(${LONGEST_FIRST([...Object.keys(DOUBT), ...Object.keys(FRAMES)]).map(escaped).join("|")})(?: |(?<=\\.))(.+)`,
);
const TWO = [
  [pattern("between (.+) and (.+)"), "[{}..{}]"],
  [pattern("from (.+?) (?:to|until|till) (.+)"), "{}/{}"],
  [pattern("(.+?)(?: (?:to|until|till|-|--) |--)(.+)"), "{}/{}"],
  [pattern("(.+?),? or (.+)"), "[{},{}]"],
];
const BASIC = pattern("(?<year>(?:1[0-9]|20)[0-9]{2})(?<number>0[1-9]|1[0-2])(?<day>[0-3][0-9])?");
const LONG_YEAR = pattern("(-?)Y?0*([1-9][0-9]{4,11})([~?%]?)");
const WORDS = [
  pattern(`${WEEKDAY}${DAY} (?:of )?${MONTH},? ${YEAR}`),
  pattern(`${WEEKDAY}${MONTH} ${DAY},? ${YEAR}`),
  pattern(`${MONTH},? ${YEAR}`),
  pattern(`${YEAR} ${MONTH}(?: ${DAY})?`),
  pattern(`${DAY}[ -]${MONTH}[ -]${YEAR}`),
  pattern(`${YEAR}(?<separator>[-/. ])(?<number>[0-9]{1,2})\\k<separator>${DAY}`),
  pattern(`${DAY}\\.? ?\\.(?<number>[0-9]{1,2})\\. ?${YEAR}`),
  pattern(`${DAY}[-/](?<other>[0-9]{1,2})[-/]${YEAR}`),
  pattern(`${YEAR}[/.](?<number>0?[0-9]|1[0-2])`),
  pattern(`${YEAR}-(?<number>[0-9])`),
  pattern(`(?<number>[0-9]{1,2})[./]${YEAR}`),
  BASIC,
];
const DAY_RANGE = pattern(`(?<first>[0-3]?[0-9]) ?(?<word>-|to|or|and) ?(?<rest>[0-3]?[0-9] ${MONTH},? ${YEAR})`);
const PART_OF_MONTH = pattern(`(?<third>early|mid|late)[ -]${MONTH},? ${YEAR}`);
const SEASONS = pattern(`(?:the )?(?<name>${[...Object.keys(SEASON), ...Object.keys(QUARTER)].join("|")}),?(?: of)? ${YEAR}`);
const QUARTER_AFTER = pattern(`${YEAR}[- ]?(?<name>q[1-4])`);
const DECADE = pattern("(?:the )?(?<decade>[0-9]{3})0'?s");
const CENTURY = pattern("(?:the )?(?<century>[0-9]{1,2})(?:st|nd|rd|th) (?:century|c\\.)");
const ERA = pattern("(?:(?<before>ad|ce) )?(?<year>[1-9][0-9,]{0,10}) ?(?<era>bce?|ad|ce|b\\.c\\.|a\\.d\\.)?");
const WEEK = pattern(`${YEAR}-?W(?<week>[0-5][0-9])(?:-?(?<weekday>[1-7]))?`);
const DAY_OF_YEAR = pattern(`${YEAR}-(?<number>[0-3][0-9]{2})`);
const BARE_SET = pattern("[-0-9XY~?%]+(?: ?\\.\\. ?[-0-9XY~?%]+)+|[-0-9XY~?%]{7,}(?: ?, ?[-0-9XY~?%]{7,})+");
const SINGLE = /^[~?%]?(?:-?[0-9X]{4}|Y-?[1-9][0-9]{4,11})(?:-[0-9X]{2}){0,2}[~?%]?$/;
const two = (number) => String(number).padStart(2, "0");
const fill = (frame, ...parts) => parts.reduce((text, part) => text.replace("{}", () => part), frame);

/** The EDTF for a phrase, or null. `text`: at most about 100 characters, with single spaces. */
export function rewritePhrase(text) {
  return notation(text) || words(text) || span(text) || qualified(text);
}

function qualified(text) {
  let form = PREFIXES.exec(text);
  if (form) {
    let inner = single(form[2].trim());
    const word = form[1].toLowerCase();
    if (inner && word in EXCLUDED) inner = neighbour(inner, EXCLUDED[word]);
    if (!inner) return null;
    return word in DOUBT ? `${inner}${DOUBT[word]}` : fill(FRAMES[word], inner);
  }
  if ((form = /^(.+?) ?(\?|\(\?\)|~)$/i.exec(text))) {
    const inner = words(form[1]);
    return inner && inner + (form[2] === "~" ? "~" : "?");
  }
  return null;
}

/** The day, month or year before (step -1) or after (1): EDTF's open ranges include the date that they name. */
function neighbour(text, step) {
  if (!/^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?$/.test(text)) return null;
  const [year, month, day] = text.split("-").map(Number);
  if (month === undefined) return yearText(year + step);
  if (day === undefined) {
    const months = month - 1 + step;
    return `${yearText(year + Math.floor(months / 12))}-${two((((months % 12) + 12) % 12) + 1)}`;
  }
  return isoformat(dayOf(ordinalOf(makeDay(year, month, day)) + step));
}

/** EDTF for one date, which may be EDTF already. */
function single(text) {
  return SINGLE.test(text) ? text : notation(text) || words(text) || qualified(text);
}

function span(text) {
  for (const [form, frame] of TWO) {
    const found = form.exec(text);
    if (!found) continue;
    const [start, end] = [found[1].trim(), found[2].trim()];
    const last = OPEN.has(end.toLowerCase()) ? ".." : single(end);
    const first = single(start) || shortened(start, last || "");
    if (first && last) return fill(frame, first, last);
  }
  const parts = text.split("/").map((part) => part.trim());
  if (parts.length === 2) {
    const ends = [endOf(parts[0], ""), endOf(parts[1], parts[0])];
    if (!ends.includes(null)) return ends.join("/");
  }
  return null;
}

/** The first of two dates, which leaves out the month or year of the last: 11 (and 13 March 2025). */
function shortened(text, last) {
  if (last.length === 10 && /^[0-9]{1,2}$/.test(text)) return `${last.slice(0, 7)}-${two(Number(text))}`;
  return last.length >= 7 ? single(`${text} ${last.slice(0, 4)}`) : null;
}

/** One end of an interval; ISO 8601 lets the second leave out what it shares with the first: 2025-03-11/13. */
function endOf(text, start) {
  if (["", "..", "unknown"].includes(text)) return text.replace("unknown", "");
  if (OPEN.has(text.toLowerCase())) return "..";
  if (/^[0-9]{2}(?:-[0-9]{2})?$/.test(text) && /^[0-9]{4}(?:-[0-9]{2}){0,2}$/.test(start)) {
    if (start.length === 4 && text.length === 2) return start.slice(0, 2) + text;
    return `${start.slice(0, start.length === 10 && text.length === 2 ? 7 : 4)}-${text}`;
  }
  return single(text);
}

function words(text) {
  for (const form of WORDS) {
    const found = form.exec(text);
    if (found) return fromGroups(found.groups);
  }
  let form;
  if ((form = DAY_RANGE.exec(text)?.groups)) {
    const last = words(form.rest);
    const frame = { or: "[{},{}]", and: "[{}..{}]" }[form.word.toLowerCase()] ?? "{}/{}";
    return last && fill(frame, `${last.slice(0, -2)}${two(Number(form.first))}`, last);
  }
  if ((form = PART_OF_MONTH.exec(text)?.groups)) {
    const [year, month] = [Number(form.year), NUMBER_OF_MONTH[form.month.toLowerCase()]];
    const [first, last] = THIRD[form.third.toLowerCase()];
    const end = makeDay(year, month, Math.min(last, daysInMonth(year, month)));
    return `[${isoformat(makeDay(year, month, first))}..${isoformat(end)}]`;
  }
  if ((form = (SEASONS.exec(text) ?? QUARTER_AFTER.exec(text))?.groups)) {
    return `${form.year}-${{ ...SEASON, ...QUARTER }[form.name.toLowerCase()]}`;
  }
  if ((form = DECADE.exec(text)?.groups)) return `${form.decade}X`;
  if ((form = CENTURY.exec(text)?.groups)) return Number(form.century) ? `${two(Number(form.century) - 1)}XX` : null;
  return withEra(text);
}

/** EDTF from year, month (by name or number) and day; null where day and month could be exchanged. */
function fromGroups({ year, month: name, number, other, day }) {
  if (other && day && Number(other) > 12) [other, day] = [day, other];
  else if (other && day && Number(day) <= 12 && Number(day) !== Number(other)) return null;
  const month = name ? NUMBER_OF_MONTH[name.toLowerCase()] : Number(number || other || 0);
  return `${year}-${two(month)}${day ? `-${two(Number(day))}` : ""}`;
}

function withEra(text) {
  const form = ERA.exec(text)?.groups;
  if (!form || !(form.before || form.era)) return null;
  const number = Number(form.year.replaceAll(",", ""));
  return yearText((form.era ?? "").toLowerCase().startsWith("b") ? 1 - number : number);
}

/** Notations of machines: older drafts of EDTF, weeks and days of the year, lost brackets. */
function notation(text) {
  const upper = text.replace(/(?<=[0-9xu-])[xu]|(?<=-)\?\?/g, (found) => "X".repeat(found.length));
  if (upper !== text && /^[0-9X~?%-]+$/.test(upper)) return upper;
  let form;
  if ((form = /^(.+?)(?:\?~|~\?)$/.exec(text))) return `${form[1]}%`;
  if ((form = /^([~?%])([0-9X-]{4,10})$/i.exec(text))) return `${form[2]}${form[1]}`;
  if ((form = /^Y(-?[0-9]{1,4})$/i.exec(text))) return yearText(Number(form[1]));
  if ((form = LONG_YEAR.exec(text)) && !BASIC.test(text)) return `Y${form[1]}${form[2]}${form[3]}`;
  if ((form = WEEK.exec(text)?.groups)) return week(Number(form.year), Number(form.week), form.weekday);
  if ((form = DAY_OF_YEAR.exec(text)?.groups)) {
    const day = dayOf(ordinalOf(makeDay(Number(form.year), 1, 1)) + Number(form.number) - 1);
    return day.year === Number(form.year) ? isoformat(day) : null;
  }
  if (BARE_SET.test(text)) return `[${text.replaceAll(" ", "")}]`;
  if ((form = /^\[([^\][/,]+)\/([^\][/,]+)\]$/.exec(text))) return `[${form[1].trim()}..${form[2].trim()}]`;
  if ((form = /^([0-9X~?%-]{4,12})\\([0-9X~?%-]{4,12})$/i.exec(text))) return `${form[1]}/${form[2]}`;
  return null;
}

/** A week of ISO 8601-1 (5.2.4), Monday to Sunday, or a day of it: week 1 holds 4 January. */
function week(year, number, weekday) {
  const fourth = makeDay(year, 1, 4);
  const monday = ordinalOf(fourth) - weekdayOf(fourth) + 7 * (number - 1);
  if (weekday) return isoformat(dayOf(monday + Number(weekday) - 1));
  return `${isoformat(dayOf(monday))}/${isoformat(dayOf(monday + 6))}`;
}
