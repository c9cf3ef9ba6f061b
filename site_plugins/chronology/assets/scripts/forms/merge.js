// Two changes of the same record, put together: a draft, and what was published since it was begun.

import { isAlike, isMapping } from "./plain-data.js";

/**
 * What both made of `base`: {data, clashes}. Where only one of them changed something, its change stands; where both
 * did, `mine` does, and the field is among the clashes (ways to it).
 */
export function merged(base, mine, theirs) {
  const clashes = [];
  return { data: together(base, mine, theirs, [], clashes), clashes };
}

function together(base, mine, theirs, loc, clashes) {
  if (isAlike(mine, theirs) || isAlike(theirs, base)) return mine;
  if (isAlike(mine, base)) return theirs;
  if ([base, mine, theirs].every(isMapping)) return mappings(base, mine, theirs, loc, clashes);
  if ([base, mine, theirs].every(Array.isArray)) {
    const list = lists(base, mine, theirs, loc, clashes);
    if (list) return list;
  }
  clashes.push(loc);
  return mine;
}

function mappings(base, mine, theirs, loc, clashes) {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const values = names.map((name) => [name, together(base[name], mine[name], theirs[name], [...loc, name], clashes)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Entries that only one has come after the others; null where both took entries away or changed their order. */
function lists(base, mine, theirs, loc, clashes) {
  if (Math.min(mine.length, theirs.length) < base.length) return null;
  const kept = base.map((item, number) => together(item, mine[number], theirs[number], [...loc, number], clashes));
  const more = mine.slice(base.length).filter((item) => !theirs.some((other) => isAlike(other, item)));
  return [...kept, ...theirs.slice(base.length), ...more];
}
