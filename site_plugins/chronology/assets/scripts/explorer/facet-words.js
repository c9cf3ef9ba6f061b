// What facets are called, and sentences about a selection.

import { count, figures, make } from "./dom.js";
import { activeFilters, describe } from "./selection.js";

/** In the order of the panel. `kind`: what a single choice is; `many`: its group; `every`: all of its choices. */
export const FACET_WORDS = {
  standing: { kind: "standing", many: "Standing" },
  type: { kind: "type", many: "Type" },
  place: { kind: "place", many: "Places" },
  actor: { kind: "actor", many: "Actors" },
  topic: { kind: "topic", many: "Topics" },
  origins: { kind: "independent origins", many: "Independent origins" },
  precision: { kind: "exactness of the date", many: "How exactly dated" },
  source: { kind: "source", many: "Sources" },
};

const PARAMETERS = {
  words: "words", type: "type", actor: "actor", place: "place", topic: "topic", standing: "standing",
  precision: "exactness of a date", source: "source", origins: "number of origins",
};

const ENDS = { from: "begin", to: "end" };

/** What of an address was left out, in a sentence. */
export function sayUnknown({ parameter, value, why }) {
  if (why === "no-choice") return `There is no ${PARAMETERS[parameter]} “${value}” here; shown without it.`;
  if (why === "no-date") return `“${value}” is no date that a period can ${ENDS[parameter]} with; shown without it.`;
  if (why === "ends-before-beginning") return "The period would end before it begins; shown without its end.";
  return `There is no ${parameter} “${value}”; shown without it.`;
}

/** How many events are shown: "12 of 76 events". */
export function sayCount(shown, all) {
  return shown === all ? count(all, "event") : `${figures(shown)} of ${count(all, "event")}`;
}

/** The sign and word of a standing, as pages draw them: the explorer around `from` has them in a template. */
export function markOf(from, id) {
  const marks = from.closest("chronology-explorer")?.querySelector("template[data-marks]")?.content;
  return marks?.querySelector(`[data-standing="${id}"] > *`)?.cloneNode(true) ?? null;
}

/** The same for an event. */
export function markOfEvent(from, { facets: { standing }, origins }, event) {
  const { id, label } = standing.choices[standing.column[event]];
  return markOf(from, id === "single-source" && origins[event] > 1 ? `${id}-each` : id) ?? make("span", {}, label);
}

/** All that is chosen, in a line: "Contested; March 2025". */
export function saySelection(selection, dataset) {
  return activeFilters(selection, dataset).map(({ label }) => label).join("; ");
}

/** What an empty result can be loosened by, of what would help: {filter, words, total}, best first. */
export function loosenings(result, selection, dataset) {
  return result.loosen
    .filter(({ total }) => total > 0)
    .map((filter) => ({ filter, total: filter.total, words: sayLoosened(filter, selection, dataset) }));
}

function sayLoosened(filter, selection, dataset) {
  if (filter.parameter === "within") return "Also what is only possibly within the period";
  if (filter.parameter === "known") return "As known now";
  const words = describe(filter, selection, dataset);
  return `Without ${filter.parameter === "words" ? words : `“${words}”`}`;
}
