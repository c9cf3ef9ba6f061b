// Changes a record's text only where its data changed, so that comments, order and layout stay as their writers left
// them. Works on lines: in YAML's block layout a field ends where a line is indented no further than its name.

import { isAlike, isMapping, isSame, simplified } from "./plain-data.js";
import { entryLines, fieldBelow, itemLines, ordered, writeRecord } from "./yaml-writer.js";

const NAME = /^( *)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#[\]{},"'&*!|>%@\x60-][^:#]*?|-[^\s:][^:#]*?) *:(?: +(.*))?$/;
const COMMENT = /^(?:[^"'#]|"[^"]*"|'[^']*')*?( +#.*)$/;

/**
 * The text with the data in it, and whether it was changed in place. `read` reads YAML; what is changed in place is
 * read again, and if that is not the data, the whole record is written anew (its comments are lost then).
 */
export function patchRecord(text, before, after, field, read) {
  if (isSame(before, after)) return { text, inPlace: true };
  try {
    const lines = text.replace(/\n$/, "").split("\n");
    const patched = `${patchMapping(lines, 0, before, after, field).join("\n")}\n`;
    if (isAlike(simplified(read(patched), field), after)) return { text: patched, inPlace: true };
  } catch {
    // written anew below
  }
  return { text: writeRecord(after, field), inPlace: false };
}

/** The lines of a mapping whose names stand at `indent`. */
function patchMapping(lines, indent, before, after, field) {
  const { head, parts } = mappingParts(lines, indent);
  const known = new Map(parts.map((part) => [part.name, part]));
  if (!Object.keys(before).every((name) => known.has(name))) throw new Error("a field was not found");
  const kept = parts.filter(({ name }) => name in after).map((part) => ({ name: part.name, lines: partLines(part) }));
  for (const name of ordered(Object.keys(after), field).filter((one) => !known.has(one))) {
    const place = placeFor(name, kept, field);
    kept.splice(place, 0, { name, lines: entryLines(name, after[name], fieldBelow(field, name), indent, field) });
  }
  return [...head, ...kept.flatMap((part) => part.lines)];

  function partLines({ name, above, own }) {
    if (isSame(before[name], after[name])) return [...above, ...own];
    return [...above, ...patchEntry(name, own, before[name], after[name], fieldBelow(field, name), indent, field)];
  }
}

/** After the last field that comes before it in the schema's order. */
function placeFor(name, kept, field) {
  const order = ordered([...kept.map((part) => part.name), name], field);
  const before = new Set(order.slice(0, order.lastIndexOf(name)));
  return kept.findLastIndex((part) => before.has(part.name)) + 1;
}

function patchEntry(name, own, before, after, field, indent, around) {
  const isBlock = own[0].trimEnd().endsWith(":") && own.length > 1;
  if (isBlock && isMapping(before) && isMapping(after)) {
    const inner = own.slice(1);
    return [own[0], ...patchMapping(inner, indentOf(inner), before, after, field)];
  }
  if (isBlock && Array.isArray(before) && Array.isArray(after)) {
    const inner = own.slice(1);
    return [own[0], ...patchList(inner, indentOf(inner), before, after, field?.entry ?? null)];
  }
  const written = entryLines(name, after, field, indent, around);
  const comment = own.length === 1 && written.length === 1 && typeof before === "string" ? COMMENT.exec(own[0])?.[1] : null;
  return comment ? [written[0] + comment] : written;
}

/** The lines of a list whose dashes stand at `indent`: entries that stay are left, one that gave way is patched. */
function patchList(lines, indent, before, after, field) {
  const { head, parts } = listParts(lines, indent);
  if (parts.length !== before.length) throw new Error("an entry was not found");
  const result = [...head];
  for (const { from, to } of pairs(before, after)) {
    if (to === null) continue;
    if (from === null) result.push(...itemLines(after[to], field, indent));
    else if (isSame(before[from], after[to])) result.push(...parts[from].above, ...parts[from].own);
    else result.push(...parts[from].above, ...patchItem(parts[from].own, before[from], after[to], field, indent));
  }
  return result;
}

function patchItem(own, before, after, field, indent) {
  const isBlock = NAME.test(own[0].slice(0, indent) + own[0].slice(indent).replace(/^-/, " "));
  if (!isBlock || !isMapping(before) || !isMapping(after)) return itemLines(after, field, indent, own[0].trimStart().startsWith("- {"));
  const gap = /^- +/.exec(own[0].slice(indent))[0].length;
  const opened = [" ".repeat(indent + gap) + own[0].slice(indent + gap), ...own.slice(1)];
  const [first, ...rest] = patchMapping(opened, indent + gap, before, after, field);
  return [`${" ".repeat(indent)}-${first.slice(indent + 1)}`, ...rest];
}

/** Which entry of one list became which of the other: equal ones in their order, and between these the rest in pairs. */
function pairs(before, after) {
  const steps = common(before.map((item) => JSON.stringify(item)), after.map((item) => JSON.stringify(item)));
  const found = [];
  let [from, to] = [0, 0];
  for (const [nextFrom, nextTo] of [...steps, [before.length, after.length]]) {
    while (from < nextFrom && to < nextTo) found.push({ from: from++, to: to++ });
    while (from < nextFrom) found.push({ from: from++, to: null });
    while (to < nextTo) found.push({ from: null, to: to++ });
    if (nextFrom < before.length) found.push({ from: from++, to: to++ });
  }
  return found;
}

/** The longest common subsequence of two rows of texts, as pairs of numbers. */
export function common(one, other) {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = one[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) found.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
}

// Parts --------------------------------------------------------------------------------------------------------------

const isBlank = (line) => /^\s*(?:#.*)?$/.test(line);
const indentOf = (lines) => lines.find((line) => !isBlank(line)).search(/\S/);

/** A mapping's fields: {name, above (comments and empty lines), own}. */
function mappingParts(lines, indent) {
  return partsOf(lines, (line) => {
    const form = line.search(/\S/) === indent ? NAME.exec(line) : null;
    return form && nameOf(form[2]);
  });
}

/** A list's entries: {name: "-", above, own}. */
function listParts(lines, indent) {
  return partsOf(lines, (line) => (line.startsWith(`${" ".repeat(indent)}-`) && /^-(?: |$)/.test(line.slice(indent)) ? "-" : null));
}

function partsOf(lines, begins) {
  const head = [];
  const parts = [];
  let waiting = [];
  for (const line of lines) {
    const name = begins(line);
    if (name !== null) {
      parts.push({ name, above: waiting, own: [line] });
      waiting = [];
    } else if (isBlank(line)) waiting.push(line);
    else if (parts.length) {
      parts.at(-1).own.push(...waiting, line);
      waiting = [];
    } else throw new Error("a line begins nothing");
  }
  // What stands after the last part stays there; empty lines inside of a text were taken in with its next line.
  if (parts.length) parts.at(-1).own.push(...waiting);
  else head.push(...waiting);
  return { head, parts };
}

const nameOf = (text) => (/^["']/.test(text) ? text.slice(1, -1) : text);
