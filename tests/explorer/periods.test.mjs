import assert from "node:assert/strict";
import test from "node:test";
import {
  boundsOf, formatPeriodDate, fromOrdinal, inWords, parsePeriodDate, toOrdinal,
} from "../../site_plugins/chronology/assets/scripts/explorer/periods.js";
import { readCases } from "./read_data.mjs";

const CASES = readCases("dates.json");

test("days are numbered as the model numbers them, in any year", () => {
  for (const [year, month, day, ordinal] of CASES.days) {
    assert.equal(toOrdinal(year, month, day), ordinal, `${year}-${month}-${day}`);
    assert.deepEqual(fromOrdinal(ordinal), { year, month, day });
  }
});

test("every day of 800 years has the next number", () => {
  let ordinal = toOrdinal(-400, 1, 1);
  for (let year = -400; year < 400; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const { last, first } = parsePeriodDate(formatPeriodDate(toOrdinal(year, month, 1), "month"));
      assert.equal(first, ordinal, `${year}-${month}`);
      ordinal = last + 1;
    }
  }
});

for (const { text, is, words } of CASES.dates) {
  test(`a period's date is read as the model reads it: “${text}”`, () => {
    assert.deepEqual(parsePeriodDate(text), is);
    assert.equal(inWords(text), words ?? text);
    if (is) assert.equal(formatPeriodDate(is.first, is.unit), text);
  });
}

test("nothing is no date", () => {
  assert.equal(parsePeriodDate(null), null);
  assert.equal(parsePeriodDate(undefined), null);
});

test("a period has both its ends, and may be open", () => {
  assert.deepEqual(boundsOf("2025-03", "2025-03"), [toOrdinal(2025, 3, 1), toOrdinal(2025, 3, 31)]);
  assert.deepEqual(boundsOf(null, "2025"), [-Infinity, toOrdinal(2025, 12, 31)]);
  assert.deepEqual(boundsOf("-0043", null), [toOrdinal(-43, 1, 1), Infinity]);
});
