// The data of the forms (`pages/form_data.py`): every record that another can name, and the words of chronology.yml.

import { Known } from "./references.js";

/**
 * `records`: by kind (a folder) a Map of {id, kind, label, detail, names, file}; `known` tells what can be named; the
 * rest as it stands in the file.
 */
export function readFormData(json) {
  const records = Object.fromEntries(Object.entries(json.records).map(([kind, rows]) => [kind, new Map(rows.map((row) => readRow(kind, row)))]));
  const ids = Object.fromEntries(Object.entries(records).map(([kind, of]) => [kind, new Set(of.keys())]));
  return {
    ...json,
    records,
    known: new Known({ ...json, ids }),
    /** The record of an id, of the first of some kinds that has it. */
    recordOf: (kinds, id) => kinds.map((kind) => records[kind]?.get(id)).find(Boolean) ?? null,
    /** The words that may stand: [id, words]. */
    wordsOf: (vocabulary) =>
      vocabulary === "units" ? Object.entries(json.units).map(([id, unit]) => [id, unit.many]) : Object.entries(json.vocabularies[vocabulary] ?? {}),
  };
}

function readRow(kind, [id, label, detail = "", names = [], file = ""]) {
  return [id, { id, kind, label, detail, names: names || [], file: file || `${id}.yml` }];
}
