// A record as plain data: mappings, lists and texts, all scalars as they stand in the file.

import { dateFromList } from "./dates.js";

export const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const textIn = (data, name) => (isMapping(data) && typeof data[name] === "string" ? data[name] : null);
export const mappingIn = (data, name) => (isMapping(data) && isMapping(data[name]) ? data[name] : {});

/** The mappings in a field's list, each with its number. */
export function entriesIn(data, name) {
  const value = isMapping(data) && Array.isArray(data[name]) ? data[name] : [];
  return value.map((item, number) => [number, item]).filter(([, item]) => isMapping(item));
}

/** The texts in a field's list, each with its number. */
export function stringsIn(data, name) {
  const value = isMapping(data) && Array.isArray(data[name]) ? data[name] : [];
  return value.map((item, number) => [number, item]).filter(([, item]) => typeof item === "string");
}

/** YAML reads an unquoted `[2025-03-11, 2025-03-12]` as a list: put it back together. */
export function joined(value) {
  const isSet = Array.isArray(value) && value.length && value.every((item) => typeof item === "string");
  return isSet ? dateFromList(value) : value;
}

/**
 * The data as a form holds it: dates in one text, and an entry that has only what its shorthand says as that text.
 * Whatever the schema does not know stays as it is.
 */
export function simplified(data, field) {
  if (field.kind === "text") return ["date", "answer"].includes(field.type) ? joined(data) : data;
  if (field.kind === "list" && Array.isArray(data)) return data.map((item) => simplified(item, field.entry));
  if (!isMapping(data)) return data;
  if (field.shorthand && Object.keys(data).length === 1 && typeof data[field.shorthand] === "string") return data[field.shorthand];
  const below = (name) => field.entry ?? field.fields.get(name);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, below(name) ? simplified(value, below(name)) : value]),
  );
}

/**
 * The data without empty texts, lists and mappings; undefined where nothing is left. Lists that are empty in `before`
 * stay: an open question says `claims: []`. `numbers` (a Map) is told of each list which entries of it were kept.
 */
export function withoutEmpties(data, before, numbers) {
  if (typeof data === "string") return data.trim() === "" ? undefined : data;
  if (Array.isArray(data)) {
    const entries = data.map((item, number) => [number, withoutEmpties(item, before?.[number], numbers)]).filter(([, item]) => item !== undefined);
    const kept = entries.map(([, item]) => item);
    numbers.set(kept, entries.map(([number]) => number));
    return kept.length || (Array.isArray(before) && !before.length) ? kept : undefined;
  }
  if (!isMapping(data)) return data;
  const fields = Object.entries(data).map(([name, value]) => [name, withoutEmpties(value, before?.[name], numbers)]);
  const kept = fields.filter(([, value]) => value !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** Whether two data are the same, the order of fields included. */
export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether two data are the same, whatever the order of their fields. */
export function isAlike(one, other) {
  return isSame(inOrder(one), inOrder(other));
}

function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, inOrder(value[name])]));
}
