// Runs the search's classic scripts as the worker does, and gives a small chronology to search.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const ASSETS = new URL("../../site_plugins/chronology/assets/", import.meta.url);
const ENGINE = ["vendored/minisearch/minisearch.umd.js", "scripts/search/words.js", "scripts/search/results.js", "scripts/search/minisearch-engine.js"];

function run(context, name) {
  vm.runInContext(readFileSync(new URL(name, ASSETS), "utf8"), context, { filename: name });
}

/** A worker's global scope; `outside` adds what the test fakes. */
export function scope(outside = {}) {
  const self = { console, setTimeout, ...outside };
  self.self = self;
  return vm.createContext(self);
}

/** What the engine's scripts define: fold, words, items, open... */
export function loadSearch(context = scope()) {
  for (const name of ENGINE) run(context, name);
  return context.chronologySearch;
}

export function loadWorker(context) {
  run(context, "scripts/search/worker.js");
}

export function readCases(name) {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

export const KINDS = { place: "Place", actor: "Actor", event: "Event", question: "Question", claim: "Claim", source: "Source", page: "Page" };

/** In the shape of search/minisearch.py: 0 to 3 are places, 4 and 5 actors, 6 to 8 events, 9 a question. */
export const DATA = {
  words: { kinds: KINDS, more: "{} more pages" },
  dates: [["", ""], ["2025-03-13", "13 March 2025"], ["2024-08-15", "15 August 2024"], ["2025-03-16", "16 March 2025"]],
  kinds: {
    place: {
      address: ["places/sudzha/", "places/sumy/", "places/rubanshchina/", "places/gogolevka/"],
      title: ["Sudzha", "Sumy", "Rubanshchina", "Gogolevka"],
      names: [["Суджа", "Sudscha", "Sudža", "Sudja", "Suja", "Suzha"], ["Суми", "Сумы", "Sumi"], ["Рубанщина"], 0],
      label: ["Town", "City", 0, 0],
    },
    actor: {
      address: ["actors/syrskyi/", "actors/deepstate/"],
      title: ["Oleksandr Syrskyi", "DeepState"],
      names: [["Олександр Сирський", "Syrsky", "Syrskii"], ["Deep State"]],
      label: ["Commander-in-chief of Ukraine", 0],
    },
    event: {
      address: ["events/sudzha-retaken/", "events/commandant-office/", "events/sumy-buildup/"],
      title: ["Russia says it has retaken Sudzha", "Ukraine sets up a commandant's office", "Zelensky warns of <troops> near Sumy"],
      text: [
        "The Defence Ministry announced the recapture of the town and two villages outside it; the army's map differed.",
        "Syrskyi said that the office would keep order & meet the needs of people in the occupied area.",
        "Troops gathered along the border, he said in Kyiv. A long sentence follows so that the excerpt has to be cut somewhere, and it goes on about roads, bridges, villages, weather and the price of bread until it finally names the brigade.",
      ],
      label: ["Contested", 0, 0],
      date: [1, 2, 3],
      linked: [[0, 5], [0, 4], [1]],
    },
    question: { address: ["#control"], title: ["Who held the town?"], part_of: [7] },
    claim: {
      address: ["#control-1", "#control-2"],
      title: ["Neither in full", "Russia"],
      text: ["Fighting went on in the northern outskirts.", 0],
      date: [1, 3],
      by: [[5], [5]],
      part_of: [10, 10],
    },
    source: {
      address: ["sources/realnoe/"],
      title: ["ВС России освободили Суджу"],
      label: ["Realnoe Vremya"],
      date: [1],
    },
    page: {
      address: ["methodology/", "#origins"],
      title: ["Methodology", "Origins & reports"],
      text: ["How the chronology weighs sources.", "Repeating a claim adds reports, never origins."],
      words: ["standing contested", 0],
      part_of: [0, 14],
    },
  },
};
