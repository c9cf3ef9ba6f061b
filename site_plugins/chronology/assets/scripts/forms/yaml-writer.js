// Records as YAML in the project's layout, for the strict reader: fields in the schema's order, plain scalars where
// they are clear, quotation marks where not, long paragraphs folded, Markdown as it stands.

import { isMapping } from "./plain-data.js";

const WIDTH = 120;
/** Lists of ids and spellings that stand on one line; others have a line for each entry. */
const IN_LINE = new Set(["by", "also_written", "member_of", "denies", "formerly"]);
/** Mappings that stand on one line as entries of a list. */
const IN_BRACES = new Set(["names"]);
/** What other readers of YAML take for true and false: only fields of that kind hold it without quotation marks. */
const TRUTH = /^(?:y|n|yes|no|on|off|true|false)$/i;
const NO_VALUES = new Set(["", "~", "null", "Null", "NULL"]);
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@\x60]|[-?:](?:\s|$)|---|\.\.\.|<<$)/;

/** The text of a file with one record. */
export function writeRecord(data, field) {
  return `${mappingLines(data, field, 0).join("\n")}\n`;
}

/** The lines of a mapping: known fields in their order, then the others. */
export function mappingLines(data, field, indent) {
  return ordered(Object.keys(data), field).flatMap((name) => entryLines(name, data[name], fieldBelow(field, name), indent, field));
}

/** The names of fields in the schema's order; those it does not know keep theirs, at the end. */
export function ordered(names, field) {
  const order = field?.fields ? [...field.fields.keys()] : [];
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((one, other) => place(one) - place(other));
}

export const fieldBelow = (field, name) => field?.entry ?? field?.fields?.get(name) ?? null;

/** The lines of one field of a mapping. `around` is the field that it stands in. */
export function entryLines(name, value, field, indent, around = null) {
  const start = `${" ".repeat(indent)}${scalar(name)}:`;
  if (typeof value === "string") return textLines(start, value, field, indent);
  if (Array.isArray(value)) {
    if (!value.length) return [`${start} []`];
    if (isInLine(name, value, around)) return listInLine(start, value, indent);
    return [start, ...value.flatMap((item) => itemLines(item, field?.entry ?? null, indent + 2, IN_BRACES.has(name)))];
  }
  if (!Object.keys(value).length) return [`${start} {}`];
  return [start, ...mappingLines(value, field, indent + 2)];
}

/** The sources of an event and of its claims are many, and get quotations: a line for each. Those of others are not. */
function isInLine(name, value, around) {
  if (!value.every((item) => typeof item === "string")) return false;
  return IN_LINE.has(name) || (name === "sources" && !around?.fields?.has("questions") && !around?.fields?.has("denies"));
}

/** The lines of an entry of a list. */
export function itemLines(item, field, indent, inBraces = false) {
  const dash = `${" ".repeat(indent)}- `;
  if (typeof item === "string") return textLines(dash.slice(0, -1), item, field, indent);
  if (isMapping(item) && inBraces && Object.values(item).every((value) => typeof value === "string" && !value.includes("\n"))) {
    const pairs = Object.entries(item).map(([name, value]) => `${name}: ${scalar(value, true)}`);
    return [`${dash}{${pairs.join(", ")}}`];
  }
  const lines = isMapping(item) ? mappingLines(item, field, indent + 2) : item.flatMap((one) => itemLines(one, field?.entry, indent + 2));
  if (!lines.length) return [`${dash}${isMapping(item) ? "{}" : "[]"}`];
  return [dash + lines[0].slice(indent + 2), ...lines.slice(1)];
}

function listInLine(start, value, indent) {
  const items = value.map((item) => scalar(item, true));
  const line = `${start} [${items.join(", ")}]`;
  return line.length <= WIDTH ? [line] : [`${start} [`, ...wrapped(items.map((item) => `${item},`), indent + 2), `${" ".repeat(indent)}]`];
}

/** The lines of a text after its name or dash. */
function textLines(start, value, field, indent) {
  const below = indent + 2;
  if (field?.type === "truth" && ["true", "false"].includes(value)) return [`${start} ${value}`];
  if (field?.markdown || (field?.prose && value.includes("\n"))) return literal(start, value, below);
  const line = `${start} ${scalar(value)}`;
  if (!field?.prose || field.oneLine || line.length <= WIDTH || !isFoldable(value)) return [line];
  return [`${start} >-`, ...wrapped(value.split(" "), below)];
}

const isFoldable = (value) => /^\S+( \S+)*$/.test(value);

function literal(start, value, indent) {
  const body = value.replace(/\n+$/, "");
  const end = value.length - body.length;
  if (!body || /[^\S\n ]/.test(body)) return [`${start} ${scalar(value)}`];
  const lines = body.split("\n").map((line) => (line ? " ".repeat(indent) + line : ""));
  const hint = body.startsWith(" ") || body.startsWith("\n") ? "2" : "";
  return [`${start} |${hint}${end === 1 ? "" : end ? "+" : "-"}`, ...lines, ...Array(Math.max(0, end - 1)).fill("")];
}

/** Words in lines that are as long as they may be. */
function wrapped(words, indent) {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(" ".repeat(indent) + word);
  }
  return lines;
}

/** A text on one line: plain where nobody could mistake it, else quoted. */
export function scalar(value, inLine = false) {
  if (/[\n\t]/.test(value)) return JSON.stringify(value);
  const isClear =
    !NO_VALUES.has(value) && !TRUTH.test(value) && !INDICATOR.test(value) && !/: |:$| #|^\s|\s$/.test(value) && !(inLine && /^[?:]|[,[\]{}]|:"/.test(value));
  if (isClear) return value;
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}
