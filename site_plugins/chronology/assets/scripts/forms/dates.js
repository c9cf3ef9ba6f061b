// Dates as records write them: `model/dates.py` for the browser, form by form and message by message.
// tests/forms/cases/dates.json holds the two to the same dates, bounds, words and refusals.

import * as advice from "./date-advice.js";
import { exact, masked } from "./date-bounds.js";
import { DateRefusal } from "./date-refusal.js";
import { compareDays, makeDay } from "./days.js";
import { lengthOfText, quoted } from "./message-text.js";

export { DateRefusal };

const LONGEST = 1000;
const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const SIMPLE =
  /^([~?%]?)(-?[0-9X]{4}|Y-?[1-9][0-9]{4,11})([~?%]?)(?:-([~?%]?)([0-9X]{2})([~?%]?)(?:-([~?%]?)([0-9X]{2})([~?%]?))?)?$/;
const SEPARATOR = / *(?:[\][,/]|\.\.) */;

/**
 * One date of the profile; throws DateRefusal, with `problem` and `hint`, for any other text.
 *
 * A date has text, kind, earliest and latest (days, null for an open end), softStart, softEnd, approximate, uncertain
 * and parts, all as in the model.
 */
export function parseDate(text) {
  const plain = DAY.exec(text);
  if (plain) {
    const [year, month, day] = plain.slice(1).map(Number);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 28) {
      const it = makeDay(year, month, day);
      return made(text, "day", it, it);
    }
  }
  const length = lengthOfText(text);
  if (!length || length > LONGEST) throw new DateRefusal(advice.onLength(length, LONGEST));
  const date = read(text);
  if (date === null) throw refusal(text);
  return date;
}

/** The set that YAML read as a list, because its brackets were not quoted: ['a', 'b..c'] is '[a,b..c]'. */
export function dateFromList(items) {
  return `[${items.map(stripSpaces).join(",")}]`;
}

/** Whether the whole date lies certainly between two days, both included; null is no limit. */
export function isWithin(date, low, high) {
  const after = low === null || (date.earliest !== null && compareDays(date.earliest, low) >= 0);
  return after && (high === null || (date.latest !== null && compareDays(date.latest, high) <= 0));
}

const stripSpaces = (text) => text.replace(/^ +| +$/g, "");

function made(text, kind, earliest, latest, doubts = {}) {
  return { text, kind, earliest, latest, softStart: false, softEnd: false, approximate: false, uncertain: false, parts: [], ...doubts };
}

function read(text) {
  if (text.startsWith("[") && text.endsWith("]")) return readSet(text);
  return text.includes("/") ? readInterval(text) : readSimple(text);
}

function refusal(text) {
  const outside = advice.outsideProfile(text);
  if (outside) return new DateRefusal(outside);
  try {
    const suggestion = advice.rewrite(text);
    if (suggestion !== null && read(suggestion) !== null) return new DateRefusal(advice.onPhrase(text, suggestion));
    const known = advice.explain(text);
    if (known) return new DateRefusal(known);
    for (const part of text.split(SEPARATOR)) {
      if (part !== "" && part !== text && readSimple(part) === null) return refusal(part);
    }
  } catch (deeper) {
    if (deeper instanceof DateRefusal) return deeper;
    throw deeper;
  }
  return new DateRefusal(advice.onAnything(text));
}

// One date ------------------------------------------------------------------------------------------------------------

function readSimple(text) {
  const form = SIMPLE.exec(text);
  if (!form || text.includes("XXXX")) return null;
  const [, beforeYear, year, afterYear, beforeMonth, month, afterMonth, beforeDay, day, afterDay] = form;
  if ((beforeYear && afterYear) || (beforeMonth && afterMonth) || (beforeDay && afterDay)) {
    throw new DateRefusal([`${quoted(text)} marks one part twice`, "write one of ~ ? %, where % means both"]);
  }
  if (year === "-0000") throw new DateRefusal(["there is no year -0000", "write 0000 for 1 BC, -0001 for 2 BC"]);
  const marks = [beforeYear, afterYear, beforeMonth, afterMonth, beforeDay, afterDay].join("");
  const [kind, earliest, latest] = text.includes("X") ? masked(text, year, month, day) : exact(year, month, day);
  const soft = marks !== "";
  return made(text, kind, earliest, latest, {
    softStart: soft,
    softEnd: soft,
    approximate: /[~%]/.test(marks),
    uncertain: /[?%]/.test(marks),
  });
}

// Intervals and sets --------------------------------------------------------------------------------------------------

function readInterval(text) {
  const at = text.indexOf("/");
  const [startText, endText] = [text.slice(0, at), text.slice(at + 1)];
  const start = readSimple(startText);
  const end = readSimple(endText);
  if ((!start && !["", ".."].includes(startText)) || (!end && !["", ".."].includes(endText))) return null;
  if (start && end && compareDays(start.earliest, end.latest) > 0) {
    throw new DateRefusal(["the interval ends before it begins", `write ${endText}/${startText}`]);
  }
  return spanning(text, "interval", start, end);
}

function spanning(text, kind, start, end) {
  const parts = [start, end].filter(Boolean);
  if (!parts.length) throw new DateRefusal(advice.noBounds(text));
  return made(text, kind, start?.earliest ?? null, end?.latest ?? null, {
    softStart: Boolean(start?.softStart),
    softEnd: Boolean(end?.softEnd),
    approximate: parts.some((part) => part.approximate),
    uncertain: parts.some((part) => part.uncertain),
    parts,
  });
}

function readSet(text) {
  const members = text.slice(1, -1).split(",").map(stripSpaces);
  if (!members.every(Boolean)) {
    throw new DateRefusal([members.length === 1 ? "the set is empty" : "the set has an empty member", advice.SET]);
  }
  const dates = members.map(readMember);
  if (dates.includes(null)) return null;
  const earliest = dates.every((date) => date.earliest) ? extreme(dates.map((date) => date.earliest), -1) : null;
  const latest = dates.every((date) => date.latest) ? extreme(dates.map((date) => date.latest), 1) : null;
  if (!earliest && !latest) throw new DateRefusal(advice.noBounds(text));
  return made(`[${members.join(",")}]`, "one-of", earliest, latest, {
    softStart: earliest !== null && dates.some((date) => date.softStart && compareDays(date.earliest, earliest) === 0),
    softEnd: latest !== null && dates.some((date) => date.softEnd && compareDays(date.latest, latest) === 0),
    approximate: dates.some((date) => date.approximate),
    uncertain: dates.some((date) => date.uncertain),
    parts: dates,
  });
}

const extreme = (days, sign) => days.reduce((best, day) => (compareDays(day, best) * sign > 0 ? day : best));

function readMember(text) {
  const at = text.indexOf("..");
  if (at < 0) return readSimple(text);
  const [startText, endText] = [text.slice(0, at), text.slice(at + 2)];
  const start = readSimple(startText);
  const end = readSimple(endText);
  if ((startText && !start) || (endText && !end)) return null;
  if (start && end && compareDays(start.earliest, end.latest) > 0) {
    throw new DateRefusal(["the range ends before it begins", `write [${endText}..${startText}]`]);
  }
  return spanning(text, "between", start, end);
}
