import assert from "node:assert/strict";
import { test } from "node:test";

import { merged } from "../../site_plugins/chronology/assets/scripts/forms/merge.js";

const BASE = { title: "A", date: "2025-03-12", questions: [{ id: "who", claims: [{ says: "One." }] }], sources: ["a", "b"] };
const changed = (change) => {
  const copy = structuredClone(BASE);
  change(copy);
  return copy;
};

test("what only one changed stands", () => {
  const mine = changed((event) => (event.title = "B"));
  const theirs = changed((event) => (event.date = "2025-03-13"));
  assert.deepEqual(merged(BASE, mine, theirs), { data: { ...BASE, title: "B", date: "2025-03-13" }, clashes: [] });
});

test("claims and fields that both added are all there", () => {
  const mine = changed((event) => event.questions[0].claims.push({ says: "Mine." }));
  const theirs = changed((event) => {
    event.questions[0].claims.push({ says: "Theirs." });
    event.type = "attack";
  });
  const { data, clashes } = merged(BASE, mine, theirs);
  assert.deepEqual(data.questions[0].claims, [{ says: "One." }, { says: "Theirs." }, { says: "Mine." }]);
  assert.equal(data.type, "attack");
  assert.deepEqual(clashes, []);
});

test("what one took away is gone, and what both added is there once", () => {
  const mine = changed((event) => delete event.sources);
  assert.deepEqual(merged(BASE, mine, changed((event) => (event.title = "B"))).data, { ...mine, title: "B" });
  const added = changed((event) => event.sources.push("c"));
  assert.deepEqual(merged(BASE, added, structuredClone(added)).data.sources, ["a", "b", "c"]);
});

test("where both changed the same, mine stands and is named", () => {
  const mine = changed((event) => (event.title = "Mine"));
  const theirs = changed((event) => (event.title = "Theirs"));
  assert.deepEqual(merged(BASE, mine, theirs), { data: mine, clashes: [["title"]] });
  const shorter = changed((event) => event.sources.shift());
  const longer = changed((event) => event.sources.push("c"));
  assert.deepEqual(merged(BASE, shorter, longer), { data: shorter, clashes: [["sources"]] });
});
