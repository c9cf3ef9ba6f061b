import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const load = (name) => import(new URL(`../../site_plugins/chronology/assets/scripts/explorer/${name}.js`, import.meta.url));
const { gather, nameOf, sidesOf, sizeOf, whereabouts } = await load("map-places");
const { describeLayer, statesToShow } = await load("map-layers");
const cases = JSON.parse(readFileSync(new URL("whereabouts.json", import.meta.url), "utf8"));

const spot = (id, x, y, events) => ({ id, label: id, x, y, events: Array.from({ length: events }, (_, event) => event) });

test("a region is never a point, and what no map can show is listed: as test_whereabouts.py", () => {
  const ids = Object.keys(cases.places);
  const events = Object.keys(cases.events);
  const own = events.map((event) => cases.events[event].map((id) => ids.indexOf(id)));
  const dataset = {
    facets: { place: { own: (event) => own[event], choices: ids.map((id) => ({ id, label: id })) } },
    places: Object.fromEntries(Object.entries(cases.places).filter(([, one]) => one.precision)),
  };
  const areas = new Set(ids.filter((id) => cases.places[id].outline));
  const within = ids.map((id) => cases.places[id].within).filter(Boolean);
  const regions = new Set([...within, ...ids.filter((id) => ["region", "district"].includes(cases.places[id].precision))]);
  const found = whereabouts(dataset, events.map((_, event) => event), { areas, regions });
  const named = (group) => Object.fromEntries(group.map((place) => [place.id, place.events.map((event) => events[event])]));
  const { nowhere, ...groups } = found;
  assert.deepEqual(
    { ...Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, named(group)])), nowhere: nowhere.map((event) => events[event]) },
    cases.expected,
  );
  assert.deepEqual(found.points.map(({ id }) => id), Object.keys(cases.expected.points));
});

test("a mark is never too small for a finger, and never hides the map", () => {
  assert.deepEqual([1, 12, 100, 10_000].map(sizeOf), [25, 36, 56, 56]);
});

test("places whose marks would lie over one another share one, with each event once", () => {
  const marks = gather([spot("sudzha", 100, 100, 12), spot("goncharovka", 108, 103, 2), spot("sumy", 300, 300, 1)]);
  assert.deepEqual(marks.map(({ spots }) => spots.map(({ id }) => id)), [["sudzha", "goncharovka"], ["sumy"]]);
  assert.equal(marks[0].events.length, 12);
  assert.equal(nameOf(marks[0]), "sudzha and 1 more");
});

test("a name stands where it covers no mark and no other name, inside of what is seen", () => {
  const marks = gather([spot("middle", 100, 100, 4), spot("beside-it", 140, 100, 1), spot("at-the-edge", 390, 300, 1)]);
  assert.deepEqual(sidesOf(marks, [0, 400]), ["left", "right", "left"]);
  assert.deepEqual(sidesOf(gather([spot("at-the-edge", 20, 100, 4), spot("beside-it", 60, 100, 1)]), [-200, 400]), ["left", "right"]);
  assert.deepEqual(sidesOf(gather([spot("too-long-for-here", 50, 50, 1)]), [-20, 120]), ["above"]);
  assert.deepEqual(sidesOf(gather([spot("in-a-region", 50, 50, 1)]), [-400, 400], [{ label: "Region", x: 100, y: 52 }]), ["left"]);
  assert.deepEqual(sidesOf(gather([spot("a-very-long-name-of-a-place", 50, 50, 1)]), [0, 100]), [null]);
});

const state = (first, last) => ({ first, last, when: `${first} to ${last}` });
const layer = { id: "held", title: "Held", by: ["The Council"], states: [state(1, 31), state(32, 61), state(62, null)] };

test("of each layer the last state is shown that touches the period, the last of all without one", () => {
  const shown = (period) => statesToShow([layer], period)[0].state?.first;
  assert.equal(shown(null), 62);
  assert.equal(shown([5, 10]), 1);
  assert.equal(shown([20, 40]), 32);
  assert.equal(shown([31, 31]), 1);
  assert.equal(shown([1000, Infinity]), 62);
  assert.equal(shown([-Infinity, 0]), undefined);
});

test("the list of layers says who says so, and for when", () => {
  assert.equal(describeLayer(statesToShow([layer], [5, 10])[0]), "The Council, 1 to 31");
  assert.equal(describeLayer(statesToShow([layer], [-9, 0])[0]), "The Council; nothing for this period");
});
