// The data and cases that the scripts are held to.
import { readFileSync } from "node:fs";

import { readDataset } from "../../site_plugins/chronology/assets/scripts/explorer/dataset.js";

/** A file of cases/. */
export const readCases = (name) => JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), "utf-8"));

/** The chronology of cases/chronology.json as the explorer reads it. */
export const readMadeUp = () => readDataset(readCases("data.json"));
