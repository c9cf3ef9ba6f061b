import assert from "node:assert/strict";
import test from "node:test";
import { toCSV, toJSON } from "../../site_plugins/chronology/assets/scripts/explorer/exports.js";
import { filter } from "../../site_plugins/chronology/assets/scripts/explorer/filters.js";
import { readSelection } from "../../site_plugins/chronology/assets/scripts/explorer/selection.js";
import { readMadeUp } from "./read_data.mjs";

const dataset = readMadeUp();
const shown = (search) => filter(dataset, readSelection(search, dataset).selection);
const OPTIONS = { base: "https://example.org/kursk/" };
const HEAD =
  "\ufeffid,title,date,earliest,latest,type,standing,precision,actors,places,topics,sources,reports,origins,known_from,address\r\n";

test("a row for each event that is shown, with its own actors and places", () => {
  assert.equal(
    toCSV(dataset, shown("?actor=putin"), OPTIONS),
    HEAD +
      "said,said,13 March 2025,2025-03-13,2025-03-13,statement,contested,day,putin; russia-mod; gs,sudzha,campaign; talks," +
      "gs-post; mod,2,2,2025-03-13,https://example.org/kursk/events/said/\r\n",
  );
  assert.equal(toCSV(dataset, shown("?actor=gs&topic=rome"), OPTIONS), HEAD);
});

test("an open end and an unknown type are empty cells", () => {
  const [row] = toCSV(dataset, shown("?place=hrafnkel"), OPTIONS).split("\r\n").slice(1);
  assert.equal(row, "some-day,some-day,March 2025,2025-03-01,2025-03-31,,single-source,month,,hrafnkel,,nyt,1,1,,https://example.org/kursk/events/some-day/");
});

/** The second row's title, when an event has it. */
function titleCell(title) {
  const titles = dataset.titles.with(dataset.indexOf("said"), title);
  return toCSV({ ...dataset, titles }, shown("?actor=putin"), OPTIONS).slice(HEAD.length + "said,".length).split(",13 March")[0];
}

test("commas, quotation marks and line breaks are quoted (RFC 4180)", () => {
  assert.equal(titleCell('The "light", they said'), '"The ""light"", they said"');
  assert.equal(titleCell("one\r\ntwo"), '"one\r\ntwo"');
  assert.equal(titleCell("plain; text"), "plain; text");
});

test("no cell is a formula for a spreadsheet", () => {
  for (const first of ["=", "+", "-", "@", "\t"]) assert.equal(titleCell(`${first}1+1`), `'${first}1+1`);
  assert.equal(titleCell('=HYPERLINK("x")'), `"'=HYPERLINK(""x"")"`);
  assert.equal(titleCell("\r=1"), `"'\r=1"`);
  assert.match(toCSV(dataset, shown("?topic=rome"), OPTIONS), /,'-0043-03-15,'-0043-03-15,/, "a year before 0 begins so");
});

test("JSON has the same, as lists and numbers", () => {
  const { site, events } = JSON.parse(toJSON(dataset, shown("?actor=putin"), OPTIONS));
  assert.equal(site, OPTIONS.base);
  assert.deepEqual(events, [{
    id: "said", title: "said", date: "13 March 2025", earliest: "2025-03-13", latest: "2025-03-13", type: "statement",
    standing: "contested", precision: "day", actors: ["putin", "russia-mod", "gs"], places: ["sudzha"],
    topics: ["campaign", "talks"], sources: ["gs-post", "mod"], reports: 2, origins: 2, known_from: "2025-03-13",
    address: "https://example.org/kursk/events/said/",
  }]);
});

test("another form of addresses is kept", () => {
  const address = (id) => `events/${id}.html`;
  assert.match(toCSV(dataset, shown("?actor=putin"), { ...OPTIONS, address }), /kursk\/events\/said\.html\r\n$/);
});
