// Ids that are proposed, in the style of the house. Those of records as `records/ids.py` proposes them: an event by its
// telling words, a source by its publisher and the day, the rest by their names.

import { romanise } from "./romanise.js";

const LONGEST = 40;
const MOST = 4;
const EMPTY = new Set(
  "a about after all an and are as at be been but by claim claims for from has have in into is it its near of on or over said say says that the their to was were with".split(" "),
);
/** Words of questions, beside those of titles, that do not tell. */
const ASKING = new Set("who what which when where how did do does this had".split(" "));
const DAY = /^-?\d{4}-(\d\d)-(\d\d)/;

/** An id for a question or an answer, or "" where it has no Latin spelling that we know. */
export function proposedId(text) {
  const words = wordsOf(text);
  const telling = words.filter((word) => !EMPTY.has(word) && !ASKING.has(word));
  return joined((telling.length ? telling : words).slice(0, MOST));
}

/** An id for a record of a kind (a folder) that is not among those taken, or "". */
export function proposedRecordId(kind, data, taken) {
  const base = kind === "sources" ? ofSource(data) : ofName(kind, data.name || data.title || "");
  return base && free(base, taken, kind === "sources");
}

function ofName(kind, name) {
  const words = wordsOf(name);
  const telling = words.filter((word) => !EMPTY.has(word));
  const left = telling.length ? telling : words;
  return joined(kind === "events" ? left.slice(0, MOST) : left);
}

/** 'Kyiv Independent' of 10 August is ki-0810, and 'Reuters' of 20 March is reuters-0320. */
function ofSource({ publisher = "", published = "", title = "" }) {
  const words = wordsOf(publisher).filter((word) => word !== "the");
  const name = words.length > 1 ? words.map((word) => word[0]).join("") : words.join("");
  const day = DAY.exec(published);
  return joined(day && name ? [name, day[1] + day[2]] : wordsOf(title).slice(0, MOST));
}

function wordsOf(name) {
  const words = romanise(name.replace(/['’]s(?![\p{L}\p{N}_])/gu, "")).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => /^[a-z0-9]+$/.test(word)) ? words : [];
}

function joined(words) {
  const all = words.join("-");
  if (all.length <= LONGEST) return all;
  const cut = all.slice(0, LONGEST + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : all.slice(0, LONGEST);
}

/** The id, or with 2, 3 …; those of sources, which end in a day, with b, c and so on. */
function free(base, taken, isSource) {
  if (!taken.has(base)) return base;
  const letter = isSource ? [..."bcdefghijklmnopqrstuvwxyz"].find((one) => !taken.has(base + one)) : null;
  if (letter) return base + letter;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
