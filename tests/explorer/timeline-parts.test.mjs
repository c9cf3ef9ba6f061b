// The timeline's periods, lanes, scene and keys, of a few made-up events.
import assert from "node:assert/strict";
import test from "node:test";
import { parsePeriodDate } from "../../site_plugins/chronology/assets/scripts/explorer/periods.js";
import { commandOf } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-keys.js";
import { lanesOf } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-lanes.js";
import {
  isWhole, moved, periodOf, wholeOf, windowOf, within, zoomed,
} from "../../site_plugins/chronology/assets/scripts/explorer/timeline-period.js";
import { fullest, profileOf, rowsIn, sceneOf } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-scene.js";

const day = (text) => parsePeriodDate(text).first;
const span = (from, to, width = 1000) => ({ start: day(from), end: parsePeriodDate(to).last + 1, width });

function facetOf(column, labels) {
  const choices = labels.map((label) => ({ id: label.toLowerCase(), label }));
  const own = (event) => (Array.isArray(column[event]) ? column[event] : [column[event]]);
  return { choices, column, own };
}

function datasetOf(dates, standings = dates.map(() => 0)) {
  const first = dates.map((date) => day(date));
  return {
    ids: dates.map((_, index) => `event-${index}`),
    titles: dates, when: dates, first, last: first,
    shape: dates.map(() => 0),
    soft: dates.map(() => 0),
    earliest: Float64Array.from(first),
    latest: Float64Array.from(first),
    facets: { standing: facetOf(standings, ["Contested", "Agreed"]) },
  }; // prettier-ignore
}

const CAMPAIGN = wholeOf(datasetOf(["2024-08-06", "2025-03-13", "2025-06-22"]), 1000);

test("the whole is from and to the ends of the overview's bars", () => {
  assert.deepEqual([CAMPAIGN.start, CAMPAIGN.end], [day("2024-08-05"), day("2025-06-23")]);
  assert.equal(wholeOf({ earliest: [-Infinity], latest: [Infinity] }, 100), null);
});

test("a period has its window, and the window that period", () => {
  for (const [from, to] of [["2025-03-01", "2025-03-31"], ["2024-09-10", "2025-01-02"], [null, "2024-12-31"], ["2025-01-01", null], [null, null]]) {
    const window = windowOf({ from, to }, CAMPAIGN);
    assert.deepEqual(periodOf(window, CAMPAIGN), { from, to });
  }
});

test("a period is written to the unit that fits the scale", () => {
  const written = (from, to, whole) => Object.values(periodOf(span(from, to), whole)).join(" ");
  const ages = { start: day("0001"), end: day("2500"), width: 1000 };
  const earth = { start: day("Y-600000000"), end: day("2500"), width: 1000 };
  assert.equal(written("2025-03-11", "2025-03-20", ages), "2025-03-11 2025-03-20");
  assert.equal(written("2001", "2010", ages), "2001-01 2010-12");
  assert.equal(written("1801", "2000", ages), "1801 2000");
  assert.equal(written("0500", "1500", ages), "0500 1500");
  assert.equal(written("Y-250000000", "Y-60000000", earth), "Y-250000000 Y-60000000");
});

test("a period outside all events, or longer than they, has a window too", () => {
  const later = windowOf({ from: "2030", to: null }, CAMPAIGN);
  assert.ok(later.end > later.start);
  const earlier = windowOf({ from: null, to: "1990" }, CAMPAIGN);
  assert.ok(earlier.end > earlier.start);
  assert.ok(isWhole(windowOf({ from: "2020", to: "2030" }, CAMPAIGN), CAMPAIGN));
});

test("zooming keeps the time under the pointer, and ends at a day and at the whole", () => {
  const window = span("2025-01-01", "2025-04-30");
  const near = zoomed(window, CAMPAIGN, 0.5, day("2025-02-01"));
  const part = ({ start, end }) => (day("2025-02-01") - start) / (end - start);
  assert.ok(Math.abs(part(window) - part(near)) < 1e-9);
  let nearest = window;
  for (let step = 0; step < 30; step += 1) nearest = zoomed(nearest, CAMPAIGN, 0.5);
  assert.equal(nearest.end - nearest.start, 1);
  let furthest = window;
  for (let step = 0; step < 30; step += 1) furthest = zoomed(furthest, CAMPAIGN, 2);
  assert.ok(isWhole(furthest, CAMPAIGN));
});

test("moving keeps the length and stops at the ends", () => {
  const window = span("2025-05-01", "2025-05-31");
  const later = moved(moved(window, CAMPAIGN, 0.5), CAMPAIGN, 5);
  assert.ok(later.end > day("2025-06-22") && later.end <= CAMPAIGN.end);
  assert.equal(later.end - later.start, window.end - window.start);
  assert.equal(within(CAMPAIGN, CAMPAIGN.start - 100, CAMPAIGN.start - 90).start, day("2024-08-06") - 0.2);
});

test("an open end is that of the events, however coarse the overview", () => {
  const earth = wholeOf(datasetOf(["Y-4540000000", "2020"]), 1000);
  assert.ok(earth.end > day("Y1000000"));
  const recent = windowOf({ from: "1000", to: null }, earth);
  assert.deepEqual([recent.start, recent.end > day("2020-01-01"), recent.end < day("2050")], [day("1000"), true, true]);
  assert.deepEqual(periodOf(recent, earth), { from: "1000", to: null });
  assert.ok(moved(zoomed(recent, earth, 0.5, recent.end), earth, 1).end < day("2050"));
});

test("lanes are the most frequent choices, and others", () => {
  const column = [[0], [0, 1], [1], [2], [3], [4], [5], [6], [7], [], [2]];
  const facet = facetOf(column, ["A", "B", "C", "D", "E", "F", "G", "H"]);
  const events = column.map((_, event) => event);
  const lanes = lanesOf(facet, events);
  assert.deepEqual(lanes.map(({ label }) => label), ["A", "B", "C", "D", "E", "F", "Others"]);
  assert.deepEqual(lanes.map(({ has }) => events.filter(has)), [[0, 1], [1, 2], [3, 10], [4], [5], [6], [7, 8, 9]]);
  assert.deepEqual(lanesOf(facet, [0, 1, 2]).map(({ label }) => label), ["A", "B"]);
  assert.deepEqual(lanesOf(null, events).map(({ label }) => label), [null]);
});

test("seven choices need no lane of others", () => {
  const column = [0, 1, 2, 3, 4, 5, 6].map((choice) => [choice]);
  const lanes = lanesOf(facetOf(column, ["A", "B", "C", "D", "E", "F", "G"]), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(lanes.map(({ label }) => label), ["A", "B", "C", "D", "E", "F", "G"]);
});

test("a scene has signs above the axis and names its bars", () => {
  const dates = ["2025-03-13", "2025-03-13", "2025-04-02", ...Array(40).fill("2025-05-01")];
  const dataset = datasetOf(dates, dates.map((_, index) => (index % 4 ? 1 : 0)));
  const scene = sceneOf({ dataset, events: dates.map((_, index) => index), lanes: lanesOf(null, []), window: span("2025-03-01", "2025-06-30"), rows: 8 });
  const [{ signs, bars, base }] = scene.lanes;
  assert.deepEqual(signs.map(({ event, y }) => [event, base - y]), [[0, 6], [1, 18], [2, 6]]);
  assert.deepEqual(bars.map(({ name }) => name), ["28 April – 4 May 2025: 40 events, 10 contested"]);
  assert.equal(rowsIn(scene.height), 8);
});

test("the overview counts by the beginning", () => {
  const dataset = datasetOf(["2024-08-06", "2024-08-07", "2025-06-22"]);
  const profile = profileOf(dataset, [0, 1, 2], CAMPAIGN, 2);
  assert.deepEqual(profile.map(({ share }) => share), [1, 0.5]);
  assert.equal(profile[0].left, 0);
});

test("a bar of the overview is as high as it can be from four events on", () => {
  const dataset = datasetOf(["2024-08-06", "2024-08-07", "2025-06-22", "2025-06-22", "2025-06-22", "2025-06-22", "2025-06-22"]);
  assert.equal(fullest(dataset, [0, 1, 2], CAMPAIGN), 4);
  assert.equal(fullest(dataset, [0, 1, 2, 3, 4, 5, 6], CAMPAIGN), 5);
});

const MARKS = [
  { key: "a", lane: 0, row: 0, x: 10 }, { key: "b", lane: 0, row: 1, x: 12 }, { key: "c", lane: 0, row: 0, x: 40 },
  { key: "d", lane: 1, row: 0, x: 38, events: [1, 2] },
]; // prettier-ignore

test("keys go from mark to mark", () => {
  const go = (key, from) => commandOf({ key }, MARKS, MARKS.find((mark) => mark.key === from))?.mark?.key ?? null;
  assert.deepEqual(["a", "b", "c", "d"].map((from) => go("ArrowRight", from)), ["b", "c", "d", null]);
  assert.deepEqual(["a", "b", "c", "d"].map((from) => go("ArrowLeft", from)), [null, "a", "b", "c"]);
  assert.deepEqual(["a", "c", "d"].map((from) => go("ArrowUp", from)), ["b", "b", "c"]);
  assert.deepEqual(["b", "c"].map((from) => go("ArrowDown", from)), ["a", "d"]);
  assert.deepEqual([go("Home", "c"), go("End", "a")], ["a", "d"]);
});

test("keys ask for what buttons do, and leave the browser its own", () => {
  const asked = (event) => commandOf(event, MARKS, MARKS[0])?.command ?? null;
  assert.deepEqual(["+", "=", "-", "PageUp", "PageDown", "0"].map((key) => asked({ key })), [
    "zoomIn", "zoomIn", "zoomOut", "earlier", "later", "whole",
  ]);
  assert.equal(asked({ key: "+", ctrlKey: true }), null);
  assert.equal(asked({ key: "Enter" }), null);
  assert.equal(commandOf({ key: "Enter" }, MARKS, MARKS[3]).command, "open");
  assert.equal(asked({ key: "x" }), null);
});
