import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { timeInWords } from "../../site_plugins/chronology/assets/scripts/forms/clock.js";
import { inWords } from "../../site_plugins/chronology/assets/scripts/forms/date-words.js";
import { DateRefusal, parseDate } from "../../site_plugins/chronology/assets/scripts/forms/dates.js";
import { isoformat } from "../../site_plugins/chronology/assets/scripts/forms/days.js";
import { nearest } from "../../site_plugins/chronology/assets/scripts/forms/nearest.js";

const cases = JSON.parse(readFileSync(new URL("cases/dates.json", import.meta.url), "utf8"));

function refusalOr(read, text) {
  try {
    return read(text);
  } catch (refusal) {
    if (!(refusal instanceof DateRefusal)) throw refusal;
    return { text, problem: refusal.problem, hint: refusal.hint };
  }
}

function dateAsCase(text) {
  const date = parseDate(text);
  const day = (one) => one && isoformat(one);
  return {
    text, words: inWords(date), kind: date.kind, earliest: day(date.earliest), latest: day(date.latest),
    doubt: [date.softStart, date.softEnd, date.approximate, date.uncertain], written: date.text,
  };
}

test("dates are read, refused and put into words as the model does", () => {
  assert.ok(cases.dates.length > 600);
  for (const one of cases.dates) assert.deepEqual(refusalOr(dateAsCase, one.text), one);
});

test("times are read and refused as the model does", () => {
  for (const one of cases.times) assert.deepEqual(refusalOr((text) => ({ text, words: timeInWords(text) }), one.text), one);
});

test("the nearest word is the one that the model names", () => {
  for (const { word, words, is } of cases.nearest) assert.equal(nearest(word, words), is, word);
});
