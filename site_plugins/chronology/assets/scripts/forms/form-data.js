// The data of the forms (`pages/form_data.py`): every record that another can name, and the words of chronology.yml.

import { Known } from "./references.js";

const BEGUN = "begun here, not handed in yet";

/**
 * `records`: by kind (a folder) a Map of {id, kind, label, detail, names, file, mark}: an event's mark
 * is its date, a source's the sum of its address. `known` tells what can be named; the rest as it stands in the file.
 */
export function readFormData(json) {
  const records = Object.fromEntries(Object.entries(json.records).map(([kind, rows]) => [kind, new Map(rows.map((row) => readRow(kind, row)))]));
  const ids = Object.fromEntries(Object.entries(records).map(([kind, of]) => [kind, new Set(of.keys())]));
  let begun = [];
  return {
    ...json,
    records,
    /** Let records that are begun in this browser (`begunRecords`) be named too, in place of those before. */
    takeBegun(rows) {
      for (const { kind, id } of begun) [records[kind], ids[kind]].forEach((all) => all.delete(id));
      begun = rows.filter(({ kind, id }) => id && !records[kind].has(id));
      for (const { kind, number, id, label, mark } of begun) {
        records[kind].set(id, { ...readRow(kind, [id, label || id, BEGUN, [], "", mark])[1], number });
        ids[kind].add(id);
      }
    },
    /** Those of them that a record names, anywhere in it. */
    begunIn(record) {
      const texts = new Set(textsOf(record));
      return begun.filter(({ id }) => texts.has(id));
    },
    known: new Known({ ...json, ids }),
    /** The record of an id, of the first of some kinds that has it. */
    recordOf: (kinds, id) => kinds.map((kind) => records[kind]?.get(id)).find(Boolean) ?? null,
    /** The words that may stand: [id, words]. */
    wordsOf: (vocabulary) =>
      vocabulary === "units" ? Object.entries(json.units).map(([id, unit]) => [id, unit.many]) : Object.entries(json.vocabularies[vocabulary] ?? {}),
  };
}

function textsOf(value) {
  return typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(textsOf);
}

function readRow(kind, [id, label, detail = "", names = [], file = "", mark = null]) {
  return [id, { id, kind, label, detail, names: names || [], file: file || `${id}.yml`, mark }];
}
