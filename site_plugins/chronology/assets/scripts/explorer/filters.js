// Which events a selection leaves, and how many each further choice would leave.
// tests/explorer holds this to a plain oracle, and model/selection.py to the same.

import { add, count, has, intersect, members, none, unite } from "./bits.js";
import { FACETS } from "./dataset.js";
import { boundsOf, parsePeriodDate } from "./periods.js";

/**
 * The result of a selection: `events` (numbers, in order), `has(event)`, `total`, `counts` (by facet: for each choice
 * how many events it would leave, given all that is chosen in other facets, and in its own if all of it must hold), and
 * `loosen`: where nothing is left, [{parameter, ids, total}], how many events there would be without each filter, best
 * first. `words`: the ids of the events that search found; null, where there are no words or no answer yet.
 */
export function filter(dataset, selection, { words = null } = {}) {
  const filters = readFilters(dataset, selection, words);
  const left = intersect(filters.map(({ bits }) => bits), dataset.size);
  const events = members(left);
  return {
    events,
    has: (event) => has(left, event),
    total: events.length,
    counts: Object.fromEntries(
      FACETS.map((facet) => [facet, countChoices(dataset.facets[facet], eventsFor(facet, dataset, filters, selection, events))]),
    ),
    loosen: events.length ? [] : loosen(dataset, filters),
  };
}

/** What restricts the events: {parameter, ids, bits}. A facet of which all must hold is a filter for each choice. */
function readFilters(dataset, selection, words) {
  const filters = [];
  if (words) filters.push({ parameter: "words", ids: [], bits: wordBits(dataset, words) });
  for (const name of FACETS) {
    const { ids, all } = selection[name];
    const sets = ids.map((id) => choiceBits(dataset, name, id));
    if (all) ids.forEach((id, at) => filters.push({ parameter: name, ids: [id], bits: sets[at] }));
    else if (ids.length) filters.push({ parameter: name, ids: [...ids], bits: unite(sets, dataset.size) });
  }
  filters.push(...periodFilters(dataset, selection));
  if (selection.known) filters.push({ parameter: "known", ids: [], bits: knownBits(dataset, selection.known) });
  return filters;
}

function wordBits(dataset, words) {
  const bits = none(dataset.size);
  for (const id of words) {
    const event = dataset.indexOf(id);
    if (event >= 0) add(bits, event);
  }
  return bits;
}

function choiceBits(dataset, name, id) {
  const number = dataset.facets[name].index.get(id);
  return number === undefined ? none(dataset.size) : dataset.facets[name].bits(number);
}

/** The period as one filter; "certainly" as a second one, because it can be taken away alone. */
function periodFilters(dataset, { from, to, within }) {
  if (!from && !to) return [];
  const [begins, ends] = boundsOf(from, to);
  const { earliest, latest } = dataset;
  const touching = matching(dataset.size, (event) => earliest[event] <= ends && latest[event] >= begins);
  const filters = [{ parameter: "period", ids: [], bits: touching }];
  if (within === "certainly") {
    const inside = matching(dataset.size, (event) => earliest[event] >= begins && latest[event] <= ends);
    filters.push({ parameter: "within", ids: [], bits: inside });
  }
  return filters;
}

/** What had become public by a day. What nothing dates counts from the last day of all, as in model/known.py. */
function knownBits(dataset, text) {
  const day = parsePeriodDate(text).last;
  return matching(dataset.size, (event) => (dataset.known[event] ?? dataset.lastDay ?? -Infinity) <= day);
}

function matching(size, holds) {
  const bits = none(size);
  for (let event = 0; event < size; event += 1) if (holds(event)) add(bits, event);
  return bits;
}

/** The events among which a facet's choices are counted: those that all other filters leave. */
function eventsFor(facet, dataset, filters, selection, events) {
  if (selection[facet].ids.length === 0 || selection[facet].all) return events;
  return members(intersect(filters.flatMap(({ parameter, bits }) => (parameter === facet ? [] : [bits])), dataset.size));
}

function countChoices({ many, column, choices }, events) {
  const counts = new Uint32Array(choices.length);
  // Loops over numbers: with iterators, the first answer takes twice as long.
  for (let at = 0; at < events.length; at += 1) {
    const having = column[events[at]];
    if (!many) counts[having] += 1; // -1, no choice, counts nowhere
    else for (let one = 0; one < having.length; one += 1) counts[having[one]] += 1;
  }
  return Array.from(counts);
}

function loosen(dataset, filters) {
  return filters
    .map(({ parameter, ids }) => ({ parameter, ids, total: count(intersect(without(filters, parameter, ids), dataset.size)) }))
    .sort((one, other) => other.total - one.total);
}

/** The sets of all filters but one; without the period it does not matter how it was meant. */
function without(filters, parameter, ids) {
  return filters.flatMap((one) => {
    const same = one.parameter === parameter && one.ids.join() === ids.join();
    return same || (parameter === "period" && one.parameter === "within") ? [] : [one.bits];
  });
}
