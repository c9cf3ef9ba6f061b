// A record while it is edited: its data, the text it came from, and the text that it becomes.

import { isAlike, isMapping, simplified, withoutEmpties } from "./plain-data.js";
import { patchRecord } from "./yaml-patch.js";
import { writeRecord } from "./yaml-writer.js";

/** What no record may hold (`records/yaml_reader.NOT_ALLOWED`): control characters and invisible marks. */
const NOT_ALLOWED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]/g;

/** Halves of a character beyond the first 65,536, left alone by a cut or a faulty paste: UTF-8 has no bytes for them. */
const HALVES = /\p{Surrogate}/gu;

/** A text as a record may hold it: what is pasted brings tabs, other line ends and invisible marks along. */
export function cleaned(text) {
  return text.replace(/\r\n?/g, "\n").replaceAll("\t", " ").replace(NOT_ALLOWED, "").replace(HALVES, "");
}

export class FormModel {
  /** `data` is the record as the form holds it: empty texts and entries stay while one writes. */
  data;
  #field;
  #read;
  #text = null;
  #before = null;
  #kept = {};
  #numbers = new Map();

  constructor(field, data = {}) {
    this.#field = field;
    this.data = data;
  }

  /** The model of a record's text; `read` reads YAML. */
  static load({ field, text, read }) {
    const data = simplified(read(text), field);
    const model = new FormModel(field, structuredClone(data));
    model.#text = text;
    model.#before = data;
    model.#read = read;
    return model;
  }

  /** Whether there is a text that this record came from. */
  get isLoaded() {
    return this.#text !== null;
  }

  /** The text that it came from, or null. */
  get original() {
    return this.#text;
  }

  get isChanged() {
    return !isAlike(this.#before ?? {}, this.record());
  }

  /** The data without what is empty: what is checked, shown and written. */
  record() {
    this.#numbers = new Map();
    this.#kept = withoutEmpties(this.data, this.#before, this.#numbers) ?? {};
    return simplified(this.#kept, this.#field);
  }

  /** A place of the record that was last asked for, as a place of the data, which has empty entries too. */
  placeOf(loc) {
    let here = this.#kept;
    return loc.map((step) => {
      const own = this.#numbers.get(here)?.[step] ?? step;
      here = here?.[step];
      return own;
    });
  }

  get(loc) {
    return loc.reduce((value, step) => (value === undefined || value === null ? undefined : value[step]), this.data);
  }

  /** Set a value, making what it stands in; undefined takes it away. */
  set(loc, value) {
    let here = this.data;
    for (const [index, step] of loc.slice(0, -1).entries()) {
      if (here[step] === undefined) here[step] = typeof loc[index + 1] === "number" ? [] : {};
      here = here[step];
    }
    const last = loc.at(-1);
    if (value === undefined && Array.isArray(here)) here.splice(last, 1);
    else if (value === undefined) delete here[last];
    else here[last] = value;
  }

  /** Let an entry that is a text alone have fields, so that others can be set beside it; it is written as before. */
  spread(loc, shorthand) {
    const value = this.get(loc);
    if (!isMapping(value)) this.set(loc, value ? { [shorthand]: value } : {});
  }

  /** The text, and whether it was changed in place: comments and layout are kept then. */
  written() {
    const after = this.record();
    if (!this.isLoaded) return { text: writeRecord(after, this.#field), inPlace: true };
    return patchRecord(this.#text, this.#before, after, this.#field, this.#read);
  }
}
