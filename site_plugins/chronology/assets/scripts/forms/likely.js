// Records that may be the one that is being written: `review/duplicates.py` for the browser, with less. An event is told
// by its date and the words of its title alone; words are of one root where their first letters agree.

import { addressSum } from "./addresses.js";
import { parseDate } from "./dates.js";
import { ordinalOf } from "./days.js";
import { romanise } from "./romanise.js";

const SIMILAR = 0.35; // how alike titles are of events on the same days: more than any two of the Kursk campaign (0.31)
const SAME = 0.9; // how alike they are where the dates say nothing
const WIDE = 4; // days by which spans differ that agree by chance
const ROOT = 5; // letters
const MOST = 3;
const EMPTY = new Set("about after again and are been but for from had has have her his into its not off out over say says said she that the their them they this was were what when which who will with".split(" "));

/** The records of `data` (form-data.js) that a record of a kind and id may be, likeliest first. */
export function likelyOf(kind, id, record, data) {
  const others = [...(data.records[kind]?.values() ?? [])].filter((one) => one.id !== id);
  const found = kind === "events" ? eventsLike(record, id, others) : kind === "sources" ? reportsLike(record, others) : namedLike(record, others);
  return found.slice(0, MOST);
}

function reportsLike({ url, title, publisher }, others) {
  const sum = typeof url === "string" && /\w\.\w/.test(url) ? addressSum(url) : null;
  const named = title && publisher ? folded(title) : null;
  const printed = ({ label, detail }) => folded(label) === named && folded(`${detail},`).startsWith(folded(publisher));
  return [...others.filter(({ mark }) => sum !== null && mark === sum), ...others.filter((one) => named && one.mark !== sum && printed(one))];
}

function namedLike(record, others) {
  const name = folded(record.name ?? record.title ?? "");
  return name ? others.filter(({ label, names }) => [label, ...names].some((one) => folded(one) === name)) : [];
}

function eventsLike({ title = "", date, relations = [] }, id, others) {
  const words = telling(title);
  if (words.size < 2) return [];
  const titles = new Map(others.map((one) => [one, telling(one.label)]));
  const weigh = weighing([...titles.values()]);
  const span = spanOf(date);
  const related = new Set(relations.map(({ event }) => event));
  return others
    .map((one) => ({ one, like: likeness(words, titles.get(one), weigh), least: leastFor(span, spanOf(one.mark)) }))
    .filter(({ one, like, least }) => like >= least && !related.has(one.id))
    .sort((one, other) => other.like - one.like)
    .map(({ one }) => one);
}

/** How alike titles have to be at these dates. */
function leastFor(one, other) {
  if (!one || !other || one.last < other.first || other.last < one.first) return SAME;
  return Math.abs(one.last - one.first - (other.last - other.first)) > WIDE ? (SIMILAR + SAME) / 2 : SIMILAR;
}

function spanOf(date) {
  try {
    const { earliest, latest } = parseDate(date);
    return { first: earliest ? ordinalOf(earliest) : -1e12, last: latest ? ordinalOf(latest) : 1e12 };
  } catch {
    return null; // not a date yet
  }
}

/** Rare words say more. */
function weighing(titles) {
  const count = new Map();
  for (const words of titles) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + titles.length / (count.get(word) ?? 1)) ** 2;
}

function likeness(one, other, weigh) {
  const sum = (words) => words.reduce((all, word) => all + weigh(word), 0);
  const [mine, theirs, both] = [[...one], [...other], [...one].filter((word) => other.has(word))].map(sum);
  return both ? both / Math.sqrt(mine * theirs) : 0;
}

const wordsOf = (text) => romanise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const folded = (text) => wordsOf(text).join(" ");
const telling = (title) => new Set(wordsOf(title).filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) => word.slice(0, ROOT)));
