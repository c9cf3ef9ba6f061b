import assert from "node:assert/strict";
import test from "node:test";
import { add, all, count, has, intersect, members, none, unite } from "../../site_plugins/chronology/assets/scripts/explorer/bits.js";

const setOf = (size, ...events) => events.reduce((bits, event) => (add(bits, event), bits), none(size));

test("a set has what was put into it, at the borders of its numbers too", () => {
  const bits = setOf(100, 0, 31, 32, 63, 64, 99);
  assert.deepEqual(members(bits), [0, 31, 32, 63, 64, 99]);
  assert.equal(count(bits), 6);
  assert.deepEqual([0, 1, 31, 33, 99].map((event) => has(bits, event)), [true, false, true, false, true]);
});

test("all are as many as there are", () => {
  for (const size of [0, 1, 31, 32, 33, 64, 76, 10_000]) {
    assert.equal(count(all(size)), size);
    assert.deepEqual(members(all(size)), Array.from({ length: size }, (_, event) => event));
  }
});

test("what several sets share, and what they have together", () => {
  const [one, other] = [setOf(70, 1, 2, 69), setOf(70, 2, 3, 69)];
  assert.deepEqual(members(intersect([one, other], 70)), [2, 69]);
  assert.deepEqual(members(unite([one, other], 70)), [1, 2, 3, 69]);
  assert.equal(count(intersect([], 70)), 70);
  assert.equal(count(unite([], 70)), 0);
  assert.deepEqual(members(one), [1, 2, 69], "neither set is changed");
});
