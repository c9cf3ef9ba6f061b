// Finds records by words of their names, in any script and spelling that search/words.js folds alike, and sources by
// their address.

import { fit } from "../explorer/suggestions.js";
import { addressSum, isAddress } from "./addresses.js";

const MOST = 8;

export class RecordSearch {
  #records;
  #search;
  #entries = null;

  /** `records`: {id, label, detail, names, mark}; `search` is what search/words.js gives. */
  constructor(records, search) {
    this.#records = records;
    this.#search = search;
  }

  /** The records that fit, those begun in this browser before the others, best first: {id, kind, label, detail, name}; `name` is the other name that fits, if any. */
  find(text, isChosen = () => false) {
    if (isAddress(text)) {
      const found = this.#withAddress(text, isChosen);
      if (found.length) return found;
    }
    const wanted = this.#words(text);
    if (!wanted.length) return [];
    this.#entries ??= this.#records.map((record) => ({ record, own: this.#words(record.label), others: this.#others(record) }));
    const found = [];
    for (const { record, own, others } of this.#entries) {
      if (isChosen(record.id)) continue;
      const level = own.length ? fitClosely(wanted, own) : null;
      const other = level === null ? others.find(({ words }) => fitClosely(wanted, words) !== null) : null;
      if (level !== null || other) found.push({ ...record, name: other?.name ?? null, level: level ?? 3 });
    }
    return found.sort((one, other) => Boolean(other.number) - Boolean(one.number) || one.level - other.level || one.label.localeCompare(other.label)).slice(0, MOST);
  }

  #withAddress(text, isChosen) {
    const sum = addressSum(text);
    return this.#records.filter(({ id, kind, mark }) => kind === "sources" && mark === sum && !isChosen(id)).map((record) => ({ ...record, name: null }));
  }

  #others({ id, label, detail, names }) {
    const all = [...names.map((name) => ({ name, words: this.#words(name) })), { name: id, words: this.#words(id) }];
    all.push({ name: null, words: this.#words(`${label} ${detail}`) });
    return all.filter(({ words }) => words.length);
  }

  /** The words of a text in Latin letters, doubled ones kept. */
  #words(text) {
    return Array.from(this.#search.locate(text), ({ word, start, end }) => this.#search.forms(text.slice(start, end)).find((form) => single(form) === word) ?? word);
  }
}

const single = (word) => word.replace(/([a-z])\1+/g, "$1");

/** How well words fit (`fit`), where single and doubled letters are alike in words that are long enough for a slip. */
function fitClosely(wanted, has) {
  const level = fit(wanted, has);
  if (level !== null || fit(wanted.map(single), has.map(single)) === null) return level;
  return fit(wanted.map((word) => spelling(word, has)), has);
}

/** The beginning of one of the words that differs from what was typed in doubled letters alone, and in few; else itself. */
function spelling(word, has) {
  for (const one of has) {
    const typed = runs(word);
    const there = runs(one).slice(0, typed.length);
    if (there.length < typed.length || typed.some((run, number) => run[0] !== there[number][0])) continue;
    const slips = typed.map((run, number) => run.length - there[number].length);
    slips.push(Math.max(0, slips.pop()));
    if (slips.reduce((sum, slip) => sum + Math.abs(slip), 0) <= allowed(word)) return there.join("");
  }
  return word;
}

const runs = (word) => word.match(/(.)\1*/gsu) ?? [];

/** How many letters may be wrong. */
const allowed = ({ length }) => (length < 5 ? 0 : length < 8 ? 1 : 2);
