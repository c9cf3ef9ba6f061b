// Which points of a figure are shown for a selection, and how a figure of another page is taken into this one.

import assert from "node:assert/strict";
import { test } from "node:test";

const scripts = "../../site_plugins/chronology/assets/scripts/explorer";
const { nothingFound, readPoint, renamed, standingOf } = await import(`${scripts}/figure-points.js`);
const { toOrdinal } = await import(`${scripts}/periods.js`);
const { NOTHING } = await import(`${scripts}/selection.js`);

const day = (text) => toOrdinal(...text.split("-").map(Number));

function state(selected, parts = {}) {
  const events = ["first", "second"];
  return {
    dataset: { indexOf: (id) => events.indexOf(id) },
    selection: { ...NOTHING, ...parts },
    result: { has: (index) => selected.includes(events[index]) },
  };
}

const claim = (event, since = null) => ({ event, first: null, last: null, since });
const reading = (first, last = first) => ({ event: null, first: day(first), last: day(last), since: null });

test("a claim's point is shown with its event", () => {
  assert.equal(standingOf(claim("first"), state(["first"])), "shown");
  assert.equal(standingOf(claim("second"), state(["first"])), "dimmed");
});

test("a point of an event that the data do not have is not shown", () => {
  assert.equal(standingOf(claim("retracted"), state(["first"])), "dimmed");
});

test("a reading is shown in its period", () => {
  const march = { from: "2025-03", to: "2025-03" };
  assert.equal(standingOf(reading("2025-03-13"), state([])), "shown");
  assert.equal(standingOf(reading("2025-03-13"), state([], march)), "shown");
  assert.equal(standingOf(reading("2025-04-01"), state([], march)), "dimmed");
  assert.equal(standingOf(reading("2025-02-20", "2025-03-01"), state([], march)), "shown");
  assert.equal(standingOf(reading("2025-02-20", "2025-03-01"), state([], { ...march, within: "certainly" })), "dimmed");
});

test("a reading is not shown where events are chosen by more than a period", () => {
  const actor = { actor: { ids: ["deepstate"], all: false } };
  assert.equal(standingOf(reading("2025-03-13"), state(["first"], actor)), "dimmed");
});

test("a reading with an open end", () => {
  const open = { event: null, first: day("2025-03-13"), last: null, since: null };
  assert.equal(standingOf(open, state([], { from: "2026" })), "shown");
  assert.equal(standingOf(open, state([], { to: "2024" })), "dimmed");
  assert.equal(standingOf(open, state([], { from: "2025", within: "certainly" })), "shown");
});

test("what was not public yet is not there", () => {
  const known = { known: "2025-03-13" };
  assert.equal(standingOf(claim("first", "2025-03-14"), state(["first"], known)), "hidden");
  assert.equal(standingOf(claim("first", "2025-03-13"), state(["first"], known)), "shown");
  assert.equal(standingOf(claim("first", "-0043-03-15"), state(["first"], known)), "shown");
});

test("a point is read from its attributes", () => {
  assert.deepEqual(readPoint({ claim: "first#area-1", since: "2025-03-13" }), {
    event: "first", first: null, last: null, since: "2025-03-13",
  });
  assert.deepEqual(readPoint({ days: "739323 739325" }), { event: null, first: 739323, last: 739325, since: null });
  assert.deepEqual(readPoint({ days: "739323 " }), { event: null, first: 739323, last: null, since: null });
  assert.deepEqual(readPoint({ days: " " }), { event: null, first: null, last: null, since: null });
});

test("ids and what names them get other names, and nothing else", () => {
  assert.equal(renamed("id", "figure-area", "x-"), "x-figure-area");
  assert.equal(renamed("aria-describedby", "a  b", "x-"), "x-a x-b");
  assert.equal(renamed("mask", "url(#a-soft)", "x-"), "url(#x-a-soft)");
  assert.equal(renamed("fill", "url(#a)", "x-"), "url(#x-a)");
  assert.equal(renamed("href", "#a", "x-"), "#x-a");
  assert.equal(renamed("href", "../a/#b", "x-"), null);
  assert.equal(renamed("class", "id", "x-"), null);
});

test("what is said where there is no point depends on what was chosen", () => {
  assert.equal(nothingFound({ ...NOTHING, from: "2020" }), "No figure has a point in this period.");
  const chosen = { ...NOTHING, topic: { ids: ["talks"], all: false } };
  assert.equal(nothingFound(chosen), "No figure has a point among these events.");
});
