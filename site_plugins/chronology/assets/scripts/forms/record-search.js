// Finds records by words of their names, in any script and spelling that search/words.js folds alike.

import { fit } from "../explorer/suggestions.js";

const MOST = 8;

export class RecordSearch {
  #records;
  #words;
  #entries = null;

  /** `records`: {id, label, detail, names}; `words(text)` gives the folded words of a text. */
  constructor(records, words) {
    this.#records = records;
    this.#words = words;
  }

  /** The records that fit, those begun in this browser before the others, best first: {id, kind, label, detail, name}; `name` is the other name that fits, if any. */
  find(text, isChosen = () => false) {
    const wanted = this.#words(text);
    if (!wanted.length) return [];
    this.#entries ??= this.#records.map((record) => ({ record, own: this.#words(`${record.label}`), others: this.#others(record) }));
    const found = [];
    for (const { record, own, others } of this.#entries) {
      if (isChosen(record.id)) continue;
      const level = own.length ? fit(wanted, own) : null;
      const other = level === null ? others.find(({ words }) => fit(wanted, words) !== null) : null;
      if (level !== null || other) found.push({ ...record, name: other?.name ?? null, level: level ?? 3 });
    }
    return found.sort((one, other) => Boolean(other.number) - Boolean(one.number) || one.level - other.level || one.label.localeCompare(other.label)).slice(0, MOST);
  }

  #others({ id, label, detail, names }) {
    const all = [...names.map((name) => ({ name, words: this.#words(name) })), { name: id, words: this.#words(id) }];
    all.push({ name: null, words: this.#words(`${label} ${detail}`) });
    return all.filter(({ words }) => words.length);
  }
}
