// The data of the forms (`pages/form_data.py`): every record that another can name, and the words of chronology.yml.

import { Known } from "./references.js";

/**
 * `records`: by kind (a folder) a Map of {id, label, detail, names, file}; `known` tells what can be named; the rest as
 * it stands in the file.
 */
export function readFormData(json) {
  const records = Object.fromEntries(Object.entries(json.records).map(([kind, rows]) => [kind, new Map(rows.map(readRow))]));
  const ids = Object.fromEntries(Object.entries(records).map(([kind, of]) => [kind, new Set(of.keys())]));
  return { ...json, records, known: new Known({ ...json, ids }) };
}

function readRow([id, label, detail = "", names = [], file = ""]) {
  return [id, { id, label, detail, names: names || [], file: file || `${id}.yml` }];
}
