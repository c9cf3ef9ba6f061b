import assert from "node:assert/strict";
import test from "node:test";
import {
  NOTHING, activeFilters, change, isNothing, readSelection, toggle, withChoice, withoutChoice, withoutFilter, writeSelection,
} from "../../site_plugins/chronology/assets/scripts/explorer/selection.js";
import { readMadeUp } from "./read_data.mjs";

const dataset = readMadeUp();
const read = (search) => readSelection(search, dataset).selection;
const labels = (search) => activeFilters(read(search), dataset).map(({ label }) => label);

test("nothing is read from an address that says nothing, and written as nothing", () => {
  assert.deepEqual(read(""), { ...NOTHING });
  assert.equal(writeSelection(NOTHING, ""), "");
  assert.equal(writeSelection(NOTHING, "?h=a"), "?h=a");
});

test("only words, choices and a period leave events out", () => {
  assert.ok(isNothing(read("?view=map&lanes=type&page=2&within=certainly&known=2025-03-13")));
  for (const search of ["?words=so", "?actor=gs", "?from=2025", "?to=2025"]) assert.ok(!isNothing(read(search)), search);
});

test("words keep signs that an address has other uses for", () => {
  for (const q of ["a & b", "50 %", "x=y, z", "“Суджа”", "a+b", "c#d", "?"]) {
    const written = writeSelection({ ...NOTHING, words: q });
    assert.equal(readSelection(written).selection.words, q, written);
  }
});

test("without the data every id is taken as known", () => {
  const { selection, unknown } = readSelection("?actor=x,y&type=war");
  assert.deepEqual([selection.actor.ids, selection.type.ids, unknown], [["x", "y"], ["war"], []]);
});

test("what is unknown says why", () => {
  const { unknown } = readSelection("?actor=x&from=2025-13&from=2024&to=yesterday&view=globe", dataset);
  assert.deepEqual(unknown, [
    { parameter: "actor", value: "x", why: "no-choice" },
    { parameter: "from", value: "2025-13", why: "no-date" },
    { parameter: "to", value: "yesterday", why: "no-date" },
    { parameter: "view", value: "globe", why: "no-option" },
  ]);
  assert.equal(readSelection("?from=2025&to=2024").unknown[0].why, "ends-before-beginning");
});

test("a choice is added, taken away and toggled; the page is the first again", () => {
  const before = read("?actor=gs&page=3");
  assert.deepEqual(withChoice(before, "actor", "putin").actor, { ids: ["gs", "putin"], all: false });
  assert.equal(withChoice(before, "actor", "putin").page, 1);
  assert.deepEqual(withChoice(before, "actor", "gs").actor.ids, ["gs"]);
  assert.deepEqual(withoutChoice(before, "actor", "gs").actor.ids, []);
  assert.deepEqual(toggle(toggle(before, "actor", "putin"), "actor", "gs").actor.ids, ["putin"]);
  assert.deepEqual(before.actor.ids, ["gs"], "the selection itself is not changed");
});

test("all of several stays so while several are left", () => {
  const all = read("?actor=gs&actor=putin");
  assert.ok(withChoice(all, "actor", "russia").actor.all);
  assert.ok(!withoutChoice(all, "actor", "gs").actor.all);
});

test("parts of a selection are changed as views ask for", () => {
  const before = read("?actor=gs&from=2025&within=certainly&page=2");
  assert.deepEqual(change(before, { from: null, to: "2025-03" }), { ...before, from: null, to: "2025-03", page: 1 });
  assert.deepEqual(change(before, { actor: ["putin", "gs"] }).actor, { ids: ["putin", "gs"], all: false });
  assert.deepEqual(change(before, { actor: { ids: ["putin", "gs"], all: true } }).actor, { ids: ["putin", "gs"], all: true });
  assert.deepEqual(change(before, { actor: [] }).actor, NOTHING.actor);
  assert.deepEqual(change(before, { actor: null, words: null, within: null }).within, "possibly");
  assert.equal(change(before, { view: "map" }).page, 2, "another view shows the same events");
  assert.equal(change(before, { page: 3 }).page, 3);
});

test("filters have names that readers know", () => {
  assert.deepEqual(labels("?words=gas&type=attack,statement&standing=contested&origins=2-&from=2025-03"), [
    "“gas”", "Attack", "Statement", "Contested", "2 or more origins", "from March 2025",
  ]);
  assert.deepEqual(labels("?to=-0043"), ["until 44 BC"]);
  assert.deepEqual(labels("?from=2025&to=2025"), ["2025"]);
  assert.deepEqual(labels("?from=2024-08-06&to=2025&within=certainly"), ["certainly 6 August 2024 to 2025"]);
});

test("each filter can be taken away alone", () => {
  const before = read("?words=so&actor=gs,putin&topic=talks&from=2025&to=2026&within=certainly");
  const left = activeFilters(before).map((filter) => writeSelection(withoutFilter(before, filter)));
  assert.deepEqual(left, [
    "?actor=gs,putin&topic=talks&from=2025&to=2026&within=certainly",
    "?words=so&actor=putin&topic=talks&from=2025&to=2026&within=certainly",
    "?words=so&actor=gs&topic=talks&from=2025&to=2026&within=certainly",
    "?words=so&actor=gs,putin&from=2025&to=2026&within=certainly",
    "?words=so&actor=gs,putin&topic=talks",
  ]);
  assert.equal(writeSelection(withoutFilter(before, { parameter: "within", ids: [] })), "?words=so&actor=gs,putin&topic=talks&from=2025&to=2026");
  assert.equal(withoutFilter(before, { parameter: "actor", ids: ["gs", "putin"] }).actor.ids.length, 0);
});
