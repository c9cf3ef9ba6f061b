import assert from "node:assert/strict";
import test from "node:test";
import { members } from "../../site_plugins/chronology/assets/scripts/explorer/bits.js";
import { FACETS, readDataset } from "../../site_plugins/chronology/assets/scripts/explorer/dataset.js";
import { readCases, readMadeUp } from "./read_data.mjs";

const dataset = readMadeUp();
const idsOf = (facet, choices) => choices.map((choice) => dataset.facets[facet].choices[choice].id);

test("events are in order of time and found by their id; a retracted one is not among them", () => {
  assert.equal(dataset.size, 11);
  assert.equal(dataset.ids[0], "rift");
  assert.equal(dataset.indexOf("far"), 10);
  assert.equal(dataset.indexOf("gone"), -1);
});

test("an open end is null, and unbounded where ends are compared", () => {
  const [open, until] = ["goes-on", "first-of-all"].map(dataset.indexOf);
  assert.deepEqual([dataset.last[open], dataset.latest[open]], [null, Infinity]);
  assert.deepEqual([dataset.first[until], dataset.earliest[until]], [null, -Infinity]);
});

test("an event has its own choices first, then those that they belong to", () => {
  const said = dataset.indexOf("said");
  assert.deepEqual(idsOf("actor", dataset.facets.actor.of(said)), ["putin", "russia-mod", "gs", "russia", "ukraine"]);
  assert.deepEqual(idsOf("actor", dataset.facets.actor.own(said)), ["putin", "russia-mod", "gs"]);
  assert.deepEqual(idsOf("place", dataset.facets.place.own(said)), ["sudzha"]);
  assert.deepEqual(idsOf("topic", dataset.facets.topic.own(said)), idsOf("topic", dataset.facets.topic.of(said)));
});

test("an event without a type has no choice of it", () => {
  assert.deepEqual(dataset.facets.type.of(dataset.indexOf("some-day")), []);
});

test("the bits of a choice are the events that have it, in every facet", () => {
  for (const facet of FACETS) {
    const { choices, bits, of } = dataset.facets[facet];
    choices.forEach((_, choice) => {
      const having = dataset.ids.map((_, event) => event).filter((event) => of(event).includes(choice));
      assert.deepEqual(members(bits(choice)), having, `${facet} ${choices[choice].id}`);
      assert.ok(having.length > 0);
    });
  }
});

test("numbers of origins are choices from few to many", () => {
  assert.deepEqual(dataset.facets.origins.choices.map(({ id, label }) => [id, label]), [
    ["0", "No origin"], ["1", "1 origin"], ["2-", "2 or more origins"], ["3-", "3 or more origins"],
  ]);
});

test("another format is refused", () => {
  assert.throws(() => readDataset({ ...readCases("data.json"), format: 2 }), /The data has the format 2, and 1 is read\./);
});
