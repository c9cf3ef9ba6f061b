// Words of the forms that the schemas do not have, and which fields a newcomer does not need.

import { make } from "../explorer/dom.js";
import { hintOf, saidOf } from "./form-hints.js";

export const ONE = { events: "event", actors: "actor", places: "place", sources: "source", series: "series", topics: "topic" };

/** What one entry of a list is called, by the list's name. */
const ENTRY = {
  questions: "question", claims: "claim", relations: "link to another event", media: "picture", history: "change",
  names: "name", sources: "source", readings: "row of measurements",
}; // prettier-ignore

/** Fields that stand behind "More", by the record or list that they belong to. */
const SELDOM = {
  events: ["time", "zone", "text", "relations", "media", "history", "retracted", "formerly"],
  actors: ["also_written", "formerly", "sources"],
  places: ["outline", "also_written", "formerly", "sources"],
  sources: ["title_from", "without_url", "origin", "corrected", "grade", "access", "note", "formerly"],
  series: ["readings", "formerly"],
  topics: ["text", "formerly"],
  questions: ["id", "many", "series", "about"],
  claims: ["id", "value", "low", "high", "comparator", "unit", "rests_on", "as_of", "denies", "withdrawn"],
};

export const isSeldom = (owner, name) => SELDOM[owner]?.includes(name) ?? false;

/** What is needed where something else is not given, by the record or list that it belongs to. */
const NEEDED = {
  events: { sources: "needed, unless a question has claims" },
  sources: { url: "needed, unless you say why there is none" },
  questions: { ask: "needed, unless a series is chosen" },
  claims: Object.fromEntries(["answer", "says", "value", "low", "high"].map((name) => [name, "an answer, words or a figure is needed"])),
};

/** What stands beside the label of a field that may be left empty; null where it may not. */
export function leaveWords(field, owner) {
  return field.required ? null : make("small", {}, ` ${NEEDED[owner]?.[field.name] ?? "optional"}`);
}

export const entryName = (list) => ENTRY[list] ?? "entry";

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** 'at-least' for readers: 'at least'. */
export const choiceWords = (choice) => choice.replaceAll("-", " ");

/** A text with `code` in it, as nodes. */
export function withCode(text) {
  return text.split("\x60").map((part, number) => (number % 2 ? make("code", {}, part) : part));
}

/** What a field is for, as a line above it with an id; null where its label says it. */
export function hintLine(field, id = null) {
  const words = hintOf(field);
  return words ? make("p", { class: "chronology-hint", id }, ...withCode(words)) : null;
}

/** A mistake as a sentence. */
export function sentence(finding) {
  const { message, hint } = saidOf(finding);
  return capital(hint ? `${message}; ${hint}` : message);
}
