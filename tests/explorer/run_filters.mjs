// What the explorer's scripts make of selections: {file, cases: [{search, words}]} comes in, a list of answers goes out.

import { readFileSync } from "node:fs";
import { FACETS, readDataset } from "../../site_plugins/chronology/assets/scripts/explorer/dataset.js";
import { filter } from "../../site_plugins/chronology/assets/scripts/explorer/filters.js";
import { readSelection, writeSelection } from "../../site_plugins/chronology/assets/scripts/explorer/selection.js";

const { file, cases } = JSON.parse(readFileSync(0, "utf-8"));
const dataset = readDataset(JSON.parse(readFileSync(file, "utf-8")));

function answer({ search, words }) {
  const { selection, unknown } = readSelection(search, dataset);
  const result = filter(dataset, selection, { words: words && new Set(words) });
  const written = writeSelection(selection, search);
  return {
    ids: result.events.map((event) => dataset.ids[event]),
    has: dataset.ids.filter((_, event) => result.has(event)),
    total: result.total,
    counts: Object.fromEntries(FACETS.map((facet) => [facet, countsById(facet, result.counts[facet])])),
    loosen: result.loosen.map(({ parameter, ids, total }) => [parameter, ids, total]),
    unknown: unknown.map(({ parameter, value }) => [parameter, value]),
    written,
    same: JSON.stringify(readSelection(written, dataset).selection) === JSON.stringify(selection),
  };
}

const countsById = (facet, counts) =>
  Object.fromEntries(dataset.facets[facet].choices.map(({ id }, choice) => [id, counts[choice]]));

process.stdout.write(JSON.stringify(cases.map(answer)));
