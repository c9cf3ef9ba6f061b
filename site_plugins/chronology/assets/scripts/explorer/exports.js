// What is shown, as a file to keep: CSV and JSON, made from what is loaded.

import { formatPeriodDate } from "./periods.js";

const COLUMNS = [
  "id", "title", "date", "earliest", "latest", "type", "standing", "precision", "actors", "places", "topics", "sources",
  "reports", "origins", "known_from", "address",
];
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;
const MARK = "\ufeff"; // without it Excel takes UTF-8 for the letters of its own country

/**
 * The events of a result as CSV (RFC 4180), a row each; lists stand in one cell, divided by "; ". `base` is the site's
 * address; `address` gives that of an event from it.
 */
export function toCSV(dataset, result, options) {
  const rows = result.events.map((event) => Object.values(row(dataset, event, options)));
  return MARK + [COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** The same as JSON: {site, events: […]}, what is not known left out as null. */
export function toJSON(dataset, result, options) {
  const events = result.events.map((event) => row(dataset, event, options));
  return `${JSON.stringify({ site: options.base, events }, null, 2)}\n`;
}

function row(dataset, event, { base, address = (id) => `events/${id}/` }) {
  const ids = (name) => dataset.facets[name].own(event).map((choice) => dataset.facets[name].choices[choice].id);
  const day = (ordinal) => (ordinal === null ? null : formatPeriodDate(ordinal));
  return {
    id: dataset.ids[event],
    title: dataset.titles[event],
    date: dataset.when[event],
    earliest: day(dataset.first[event]),
    latest: day(dataset.last[event]),
    type: ids("type")[0] ?? null,
    standing: ids("standing")[0],
    precision: ids("precision")[0],
    actors: ids("actor"),
    places: ids("place"),
    topics: ids("topic"),
    sources: ids("source"),
    reports: dataset.reports[event],
    origins: dataset.origins[event],
    known_from: day(dataset.known[event]),
    address: new URL(address(dataset.ids[event]), base).href,
  };
}

function cell(value) {
  const text = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  const safe = FORMULA.test(text) ? `'${text}` : text; // a spreadsheet would run it
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
