// Time the explorer's scripts on a data file: node tests/bench/filters.mjs FILE

import { readFileSync } from "node:fs";
import { FACETS, readDataset } from "../../site_plugins/chronology/assets/scripts/explorer/dataset.js";
import { filter } from "../../site_plugins/chronology/assets/scripts/explorer/filters.js";
import { formatPeriodDate } from "../../site_plugins/chronology/assets/scripts/explorer/periods.js";
import { readSelection } from "../../site_plugins/chronology/assets/scripts/explorer/selection.js";

const ROUNDS = 20;
const text = readFileSync(process.argv[2], "utf-8");

function timed(work) {
  const start = performance.now();
  return [work(), performance.now() - start];
}

const [json, parsing] = timed(() => JSON.parse(text));
const [dataset, reading] = timed(() => readDataset(json));
console.log(`parsed in ${parsing.toFixed(1)} ms, read in ${reading.toFixed(1)} ms`);

const chosen = (facet, from, to) => dataset.facets[facet].choices.slice(from, to).map(({ id }) => id);
const middle = formatPeriodDate(dataset.first[dataset.size >> 1], "year");
const searches = {
  "nothing chosen": "",
  "one actor": `?actor=${chosen("actor", 3, 4)}`,
  "two actors, both": `?${chosen("actor", 0, 2).map((id) => `actor=${id}`).join("&")}`,
  "a period": `?from=${middle}&to=${middle}`,
  "three of every facet, and a period": `?${FACETS.map((facet) => `${facet}=${chosen(facet, 0, 3)}`).join("&")}&from=${middle}`,
  "nothing left": `?actor=${chosen("actor", -1)}&place=${chosen("place", -1)}&to=${middle}`,
};
for (const [name, search] of Object.entries(searches)) {
  const times = Array.from({ length: ROUNDS }, () => timed(() => filter(dataset, readSelection(search, dataset).selection)));
  const [{ total }, first] = times[0];
  const later = times.slice(1).map(([, time]) => time).sort((one, other) => one - other)[ROUNDS >> 1];
  console.log(`  ${name.padEnd(36)}${String(total).padStart(6)} events: ${first.toFixed(1)} ms, later ${later.toFixed(1)} ms`);
}
