// Times of day and time zones: what `model/clock.py` says of them, for the browser.

import { DateRefusal } from "./date-refusal.js";
import { quoted } from "./message-text.js";
import { closest } from "./nearest.js";

const TIME = /^([01][0-9]|2[0-3]):([0-5][0-9])([~?%]?)$/;
const LOOSE = new RegExp(
  "^(?<before>[~?%]|c\\.|ca\\.|circa |about |around )? ?(?<hour>[0-9]{1,2})" +
    "(?:(?: ?[:.hH] ?)?(?<minute>[0-9]{2}))?(?<seconds>:[0-9]{2}(?:\\.[0-9]+)?)? ?(?:h|hrs?|hours|o'clock)?" +
    " ?(?<half>[ap]\\.?m\\.?)? ?(?<zone>Z|UTC|GMT|MSK|[+-][0-9]{2}(?::?[0-9]{2})?)?(?<after>[~?%]{0,2})$",
  "i",
);
const WORDS = { noon: "12:00", midday: "12:00", midnight: "00:00" };
const DOUBT = { "": "", "~": "about ", "?": "possibly ", "%": "possibly about " };
const ZONE = /^[A-Z][A-Za-z0-9_+-]{1,31}(?:\/[A-Z][A-Za-z0-9_+-]{1,31}){0,2}$/;
const two = (number) => String(number).padStart(2, "0");

/** A time of day in words, 'about 14:30'; throws DateRefusal. */
export function timeInWords(text) {
  const form = TIME.exec(text);
  if (!form) throw new DateRefusal(advice(text));
  return `${DOUBT[form[3]]}${form[1]}:${form[2]}`;
}

/** Throws DateRefusal unless the name is one of an IANA time zone that this browser knows. */
export function checkZone(name) {
  if (ZONE.test(name)) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return;
    } catch {
      // said below
    }
  }
  throw new DateRefusal([`${quoted(name)} is not a time zone`, zoneHint(name.slice(0, 64))]);
}

function zoneHint(name) {
  const known = [...Intl.supportedValuesOf("timeZone"), "UTC"];
  const byName = new Map(known.map((zone) => [zone.toLowerCase(), zone]));
  const cities = known.filter((zone) => zone.includes("/")).sort().reverse();
  const byCity = new Map(cities.map((zone) => [zone.split("/").at(-1).toLowerCase(), zone]));
  const wanted = name.trim().toLowerCase().replace(/ time$/, "").replaceAll(" ", "_");
  for (const names of [byName, byCity]) {
    // Abbreviations are near everything: MSK is no misspelt Omsk.
    const near = closest(wanted, names.keys(), wanted.length > 4 ? 0.8 : 1);
    if (near) return `did you mean ${names.get(near)}`;
  }
  return "write an IANA name such as Europe/Moscow or UTC";
}

function advice(text) {
  const shown = quoted(text);
  const generic = [`${shown} is not a time of day`, "write hours and minutes, as in 14:30, or leave `time` out"];
  if (Array.from(text).length > 40) return generic;
  const plain = text.trim();
  if (plain.toLowerCase() in WORDS) return [generic[0], `write ${WORDS[plain.toLowerCase()]}`];
  const form = LOOSE.exec(plain)?.groups;
  if (!form || (form.minute === undefined && form.half === undefined)) return generic;
  const given = Number(form.hour);
  const minute = Number(form.minute ?? 0);
  const half = given >= 1 && given <= 12 ? (form.half ?? "").toLowerCase() : "";
  const hour = half ? (given % 12) + (half.startsWith("p") ? 12 : 0) : given;
  if (hour === 24 && minute === 0) return ["the day has no 24:00", "write 00:00 and the date of the next day"];
  if (hour > 23 || minute > 59) return [`there is no ${two(hour)}:${two(minute)}`, "hours are 00 to 23, minutes 00 to 59"];
  const written = `${two(hour)}:${two(minute)}${markOf(form.before ?? "", form.after)}`;
  if (form.zone) return [`${shown} has a time zone in it`, `write \`time: ${written}\`, and \`zone:\` with an IANA name`];
  if (form.seconds) return [`${shown} has seconds`, `write ${written}`];
  return [`${shown} is not how a time is written here`, `write ${written}`];
}

function markOf(before, after) {
  const marks = new Set(after);
  if (before) marks.add("~?%".includes(before) ? before : "~");
  return marks.has("%") || (marks.has("~") && marks.has("?")) ? "%" : [...marks].join("");
}
