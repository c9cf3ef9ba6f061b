// What a reader has selected, and how it stands in an address. Nothing here knows a page.
// `docs/handbook/explorer.md` has the parameters; `model/selection.py` reads the same words from a block's options.

import { FACETS } from "./dataset.js";
import { inWords, parsePeriodDate } from "./periods.js";

const VIEWS = ["list", "map", "figures"];
const LANES = ["type", "topic", "actor"];
const OWN = ["words", ...FACETS, "from", "to", "within", "view", "lanes", "page"];

const nothing = () => ({ ids: [], all: false });

/** Everything is shown, as a list in one lane. `all` of a facet: an event must have all of its ids, not any of them. */
export const NOTHING = Object.freeze({
  words: "",
  ...Object.fromEntries(FACETS.map((facet) => [facet, Object.freeze({ ids: Object.freeze([]), all: false })])),
  from: null,
  to: null,
  within: "possibly",
  view: "list",
  lanes: null,
  page: 1,
  known: null,
});

/**
 * The selection of an address's query, and what of it is `unknown`, and left out: [{parameter, value, why}] with `why`
 * "no-choice", "no-date", "ends-before-beginning" or "no-option". Without a dataset every id is taken as known.
 */
export function readSelection(search, dataset = null) {
  const query = new URLSearchParams(search);
  const unknown = [];
  const refuse = (parameter, value, why) => unknown.push({ parameter, value, why });
  const selection = { ...NOTHING, words: (query.get("words") ?? "").trim() };
  for (const facet of FACETS) selection[facet] = readFacet(query.getAll(facet), facet, dataset, refuse);
  selection.from = readDate(query, "from", refuse);
  selection.to = readDate(query, "to", refuse);
  if (endsBeforeBeginning(selection)) {
    refuse("to", selection.to, "ends-before-beginning");
    selection.to = null;
  }
  selection.within = readOption(query, "within", ["possibly", "certainly"], refuse) ?? "possibly";
  selection.view = readOption(query, "view", VIEWS, refuse) ?? "list";
  selection.lanes = readOption(query, "lanes", LANES, refuse);
  selection.page = readPage(query, refuse);
  const known = query.get("known");
  selection.known = parsePeriodDate(known)?.unit === "day" ? known : null;
  return { selection, unknown };
}

function readFacet(values, facet, dataset, refuse) {
  const given = values.map((value) => value.split(",").map((id) => id.trim()).filter(Boolean));
  const ids = [...new Set(given.flat())];
  const known = ids.filter((id) => !dataset || dataset.facets[facet].index.has(id));
  for (const id of ids) if (!known.includes(id)) refuse(facet, id, "no-choice");
  return { ids: known, all: given.filter((some) => some.length).length > 1 && known.length > 1 };
}

function readDate(query, parameter, refuse) {
  const text = query.get(parameter)?.trim();
  if (!text) return null;
  if (parsePeriodDate(text)) return text;
  refuse(parameter, text, "no-date");
  return null;
}

const endsBeforeBeginning = ({ from, to }) =>
  Boolean(from && to) && parsePeriodDate(from).first > parsePeriodDate(to).last;

function readOption(query, parameter, options, refuse) {
  const value = query.get(parameter)?.trim();
  if (!value) return null;
  if (options.includes(value)) return value;
  refuse(parameter, value, "no-option");
  return null;
}

function readPage(query, refuse) {
  const value = query.get("page")?.trim();
  if (!value) return 1;
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  refuse("page", value, "no-option");
  return 1;
}

/**
 * An address's query with this selection ("" or "?…"), from the one it had: what is not of the explorer stays as it is,
 * `known` too, which the control of the day writes.
 */
export function writeSelection(selection, search = "") {
  const others = search.replace(/^\?/, "").split("&").filter((part) => part && !OWN.includes(nameOf(part)));
  const parts = [...ownParts(selection), ...others];
  return parts.length ? `?${parts.join("&")}` : "";
}

function nameOf(part) {
  return [...new URLSearchParams(part).keys()][0] ?? "";
}

function* ownParts(selection) {
  if (selection.words) yield `words=${encode(selection.words)}`;
  for (const facet of FACETS) {
    const { ids, all } = selection[facet];
    if (all && ids.length > 1) for (const id of ids) yield `${facet}=${encode(id)}`;
    else if (ids.length) yield `${facet}=${ids.map(encode).join(",")}`;
  }
  if (selection.from) yield `from=${encode(selection.from)}`;
  if (selection.to) yield `to=${encode(selection.to)}`;
  if (selection.within !== NOTHING.within) yield `within=${selection.within}`;
  if (selection.view !== NOTHING.view) yield `view=${selection.view}`;
  if (selection.lanes) yield `lanes=${selection.lanes}`;
  if (selection.page > 1) yield `page=${selection.page}`;
}

const encode = (text) => encodeURIComponent(text).replaceAll("%20", "+").replaceAll("%2C", ",");

/** Whether nothing is chosen that leaves events out: no words, no choice of a facet, no period. */
export function isNothing({ words, from, to, ...selection }) {
  return !words && !from && !to && FACETS.every((facet) => selection[facet].ids.length === 0);
}

/**
 * A selection with some parts changed, as `chronology-choose` tells them: null, "" or [] takes a part away; ids may
 * come as a list. What changes the events that are shown goes back to the first page.
 */
export function change(selection, parts) {
  const changed = { ...selection, page: 1 };
  const onlyShown = Object.keys(parts).every((part) => part === "view" || part === "lanes");
  if (onlyShown) changed.page = selection.page;
  for (const [part, value] of Object.entries(parts)) {
    if (FACETS.includes(part)) changed[part] = chosen(value, selection[part]);
    else changed[part] = value || NOTHING[part];
  }
  return changed;
}

function chosen(value, before) {
  const { ids, all } = Array.isArray(value) ? { ids: value, all: before.all } : (value ?? nothing());
  return { ids: [...new Set(ids)], all: Boolean(all) && ids.length > 1 };
}

/** A selection with one more choice of a facet. */
export function withChoice(selection, facet, id) {
  return change(selection, { [facet]: { ...selection[facet], ids: [...selection[facet].ids, id] } });
}

/** A selection without a choice of a facet. */
export function withoutChoice(selection, facet, id) {
  const { ids, all } = selection[facet];
  return change(selection, { [facet]: { ids: ids.filter((one) => one !== id), all } });
}

/** A selection with a choice if it had it not, and without if it had. */
export function toggle(selection, facet, id) {
  return (selection[facet].ids.includes(id) ? withoutChoice : withChoice)(selection, facet, id);
}

/** The filters of a selection, one for each thing that a reader can take away: {parameter, ids, id, label}. */
export function activeFilters(selection, dataset = null) {
  const filters = selection.words ? [{ parameter: "words", ids: [] }] : [];
  for (const facet of FACETS) for (const id of selection[facet].ids) filters.push({ parameter: facet, ids: [id] });
  if (selection.from || selection.to) filters.push({ parameter: "period", ids: [] });
  return filters.map((filter) => ({ ...filter, id: filter.ids[0] ?? null, label: describe(filter, selection, dataset) }));
}

/** A selection without one of its filters, as `activeFilters` and a result's `loosen` name them. */
export function withoutFilter(selection, { parameter, ids }) {
  if (parameter === "period") return change(selection, { from: null, to: null, within: null });
  if (!FACETS.includes(parameter)) return change(selection, { [parameter]: null });
  return ids.reduce((left, id) => withoutChoice(left, parameter, id), selection);
}

/** A filter in words: the labels of its choices, the words, the period. */
export function describe({ parameter, ids }, selection, dataset = null) {
  if (parameter === "words") return `“${selection.words}”`;
  if (parameter === "period") return periodInWords(selection);
  if (parameter === "within") return "certainly";
  if (parameter === "known") return `as known on ${inWords(selection.known)}`;
  const facet = dataset?.facets[parameter];
  return ids.map((id) => facet?.choices[facet.index.get(id)]?.label ?? id).join(selection[parameter].all ? " and " : " or ");
}

/** The period in words: "March 2025", "from March 2025", "until 13 March 2025", "certainly 2024 to March 2025". */
export function periodInWords({ from, to, within }) {
  const [begins, ends] = [from && inWords(from), to && inWords(to)];
  const period = !from ? `until ${ends}` : !to ? `from ${begins}` : from === to ? begins : `${begins} to ${ends}`;
  return within === "certainly" ? `certainly ${period}` : period;
}
