// An entry in a few words, for its closed card: who claims what, a name with its language.

import { isMapping } from "./plain-data.js";

const MOST = 90;

/** The gist of an entry of a list; `data` knows the names of records. */
export function gistOf(entry, data) {
  if (!isMapping(entry)) return short(entry ?? "");
  const by = (entry.by ?? []).map((id) => data.records.actors.get(id)?.label ?? id).join(", ");
  const figure = entry.value ?? (entry.low && entry.high ? `${entry.low} to ${entry.high}` : "");
  const words = entry.ask ?? entry.says ?? entry.answer ?? figure ?? "";
  const name = entry.name && [entry.name, entry.language].filter(Boolean).join(", ");
  const other = name ?? entry.reason ?? entry.alt ?? entry.file ?? data.records.events.get(entry.event)?.label ?? entry.series ?? "";
  const text = words || other;
  return short(by && text ? `${by}: ${text}` : by || text);
}

const short = (text) => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`);
