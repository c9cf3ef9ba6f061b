// The record as the lists of the site will show it. What is derived (standing, origins) is not: it follows from all
// records together, when the site is built.

import { make } from "../explorer/dom.js";
import { doubt } from "./date-names.js";
import { inWords } from "./date-words.js";
import { parseDate } from "./dates.js";
import { weekdayOf } from "./days.js";
import { entriesIn, mappingIn } from "./plain-data.js";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The preview of a record of a kind (a folder), or of what there is of it so far. */
export function preview(kind, record, data) {
  return kind === "events" ? event(record, data) : other(kind, record, data);
}

function event(record, data) {
  const places = (record.places ?? []).map((id) => label(data, "places", id));
  const where = places.length > 2 ? `${places.slice(0, 2).join(", ")} and ${places.length - 2} more` : places.join(", ");
  const type = data.vocabularies.types[record.type];
  return make(
    "div",
    { class: "chronology-day" },
    margin(record.date),
    make(
      "article",
      { class: "chronology-entry" },
      make("div", { class: "chronology-kicker" }, [where, type].filter(Boolean).join(" · ")),
      make("h3", { dir: "auto" }, record.title ?? "No title yet"),
      make("p", { dir: "auto" }, record.summary ?? ""),
      ...entriesIn(record, "questions").map(([, question]) => ofQuestion(question, data)),
    ),
  );
}

function ofQuestion(question, data) {
  const answers = Object.keys(mappingIn(question, "answers"));
  const claims = entriesIn(question, "claims").map(([, claim]) => {
    const number = answers.indexOf(claim.answer) + 1;
    const answer = number ? question.answers[claim.answer] : question.about === "date" && claim.answer ? words(claim.answer) : "";
    const rest = [figure(claim, question, data), claim.says].filter(Boolean).join(". ");
    const by = (claim.by ?? []).map((id) => label(data, "actors", id)).join(", ") || "Its sources";
    const shown = answer && make("span", { class: "chronology-answer", "data-answer": number ? Math.min(number, 6) : null }, answer);
    return make("li", { dir: "auto" }, make("b", {}, by), ": ", shown, answer && " ", rest);
  });
  const series = data.records.series.get(question.series)?.label;
  return make("div", {}, make("p", { class: "chronology-asked", dir: "auto" }, question.ask ?? series ?? ""), make("ul", { class: "chronology-says" }, ...claims));
}

function figure({ value, low, high, comparator, unit }, question, data) {
  const amount = value ?? (low && high ? `${low}–${high}` : null);
  if (!amount) return null;
  const named = data.units[unit ?? data.seriesUnits[question.series]];
  return [comparator?.replace("-", " "), amount, named && (amount === "1" ? named.one : named.many)].filter(Boolean).join(" ");
}

function other(kind, record, data) {
  const title = record.title ?? record.name ?? "No name yet";
  const kinds = { actors: "actor_kinds", places: "place_kinds", sources: "source_kinds" }[kind];
  const details = [
    kinds && data.vocabularies[kinds][record.kind],
    record.publisher,
    record.published && words(record.published),
    record.role,
    record.within && label(data, "places", record.within),
    record.counts,
  ].filter(Boolean);
  const item = make("li", {}, make("b", { dir: "auto" }, title), make("small", {}, details.join(" · ")));
  return make("div", {}, make("ul", { class: "chronology-index chronology-long" }, item), record.summary ? make("p", { class: "chronology-why" }, record.summary) : null);
}

/** The date beside an entry: a certain day as a numeral, any other date in words. */
function margin(text) {
  const date = read(text);
  if (!date) return make("div", { class: "chronology-date" }, make("span", {}, text ? "no date yet" : "date to come"));
  const certain = date.kind === "day" && !doubt(date);
  const lines = certain ? [WEEKDAYS[weekdayOf(date.earliest)], inWords(date)] : [inWords(date)];
  const numeral = certain ? make("b", {}, String(date.earliest.day)) : null;
  return make("div", { class: "chronology-date" }, numeral, ...lines.map((line) => make("span", {}, line)));
}

function read(text) {
  try {
    return text ? parseDate(text) : null;
  } catch {
    return null;
  }
}

const words = (text) => {
  const date = read(text);
  return date ? inWords(date) : text;
};
const label = (data, kind, id) => data.records[kind]?.get(id)?.label ?? id;
