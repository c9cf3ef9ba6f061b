// Drafts, kept in this browser and nowhere else: of a record that is changed, and of new ones, as many as are begun.

import { addressSum } from "./addresses.js";

const PREFIX = "chronology-draft:";
const NEW = /^(?:|\+\d+)$/;

export class Draft {
  key;

  /** `site`: the site's root, because several chronologies may share an origin; `record`: an id, or `newRecord(number)`. */
  constructor({ site, kind, record }) {
    this.key = `${PREFIX}${site}:${kind}:${record}`;
  }

  /** {data, own, id, label, text, saved}: `text` is what the record was when the draft was begun; null where there is none. */
  load() {
    return read(this.key);
  }

  /** Whether it could be kept: storage may be full or forbidden. */
  save(content) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...content, saved: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // forbidden: then nothing was kept
    }
  }
}

/** What stands in a draft's key for a new record, by its number among the new ones of its kind, from 1. */
export const newRecord = (number) => (number > 1 ? `+${number}` : "");

/** The new records that were begun: {kind, number, key, id, label, mark}, the mark as in form-data.js. */
export function begunRecords(site, kinds) {
  return keys().flatMap((key) => {
    const kind = kinds.find((one) => key.startsWith(`${PREFIX}${site}:${one}:`));
    const record = kind && key.slice(`${PREFIX}${site}:${kind}:`.length);
    const draft = kind && NEW.test(record) ? read(key) : null;
    return draft?.data ? [{ kind, number: Number(record.slice(1)) || 1, key, id: draft.id ?? "", label: draft.label ?? "", mark: markOf(kind, draft.data) }] : [];
  });
}

function markOf(kind, { url, date }) {
  if (kind === "sources") return url ? addressSum(url) : null;
  return kind === "events" && typeof date === "string" ? date : null;
}

/** The first number that no new record of a kind has. */
export function freeNumber(begun, kind) {
  const taken = new Set(begun.filter((one) => one.kind === kind).map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

function keys() {
  try {
    return Object.keys(localStorage).sort();
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
