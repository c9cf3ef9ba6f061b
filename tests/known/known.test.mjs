import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import {
  compareDays, dayIn, indexOn, inWords, neighbours, parseDay, stateOn, valueAt, withDay,
} from "../../site_plugins/chronology/assets/scripts/known/known.js";

const CASES = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf-8"));
const PAGE = "https://example.org/events/sudzha-retaken/";

for (const { case: name, data, pieces, now, on } of CASES.states) {
  test(`as the model says: ${name}`, () => {
    const shown = (number, present) => (number === undefined ? null : number === null ? present : pieces[number]);
    for (const [text, wanted] of Object.entries(on)) {
      const found = stateOn(data, parseDay(text));
      const questions = Object.entries(found.questions).map(([one, piece]) => [one, shown(piece, now.questions[one])]);
      const claims = Object.entries(found.claims).map(([claim, state]) => [claim, state ?? null]);
      assert.deepEqual(
        {
          public: found.public.it,
          claims: Object.fromEntries(claims),
          sources: found.sources,
          event: shown(found.events.it, now.event),
          questions: Object.fromEntries(questions),
        },
        wanted,
        text,
      );
      assert.equal(found.words !== null, wanted.event !== null, text);
      assert.equal(found.present, text >= data.days.at(-1), text);
    }
  });
}

test("days are read and worded as the model does", () => {
  for (const { text, words } of CASES.days) {
    const day = parseDay(text);
    assert.equal(day && inWords(day), words, text);
  }
  assert.equal(parseDay(null), null);
  assert.equal(parseDay(undefined), null);
});

test("days are in order of time, in years before 1 and after 9999 too", () => {
  const inOrder = ["Y-17000-02-28", "-0043-03-15", "0000-12-31", "0001-01-01", "2025-03-09", "2025-03-10", "2025-10-01", "Y17000-01-01"];
  const shuffled = [...inOrder].sort().map(parseDay).sort(compareDays);
  assert.deepEqual(shuffled.map((day) => day.text), inOrder);
});

test("an address asks for a day, and anything else is ignored", () => {
  assert.equal(dayIn(`${PAGE}?known=2025-03-14#control`).text, "2025-03-14");
  for (const search of ["", "?known", "?known=", "?known=2025-02-30", "?known=yesterday", "?known=2025-03", "?unknown=2025-03-14"]) {
    assert.equal(dayIn(PAGE + search), null, search);
  }
});

test("an address keeps all else that it says", () => {
  const day = parseDay("2025-03-14");
  assert.equal(withDay(`${PAGE}?h=sudzha#control`, day), `${PAGE}?h=sudzha&known=2025-03-14#control`);
  assert.equal(withDay(`${PAGE}?known=2025-03-14`, parseDay("2025-03-15")), `${PAGE}?known=2025-03-15`);
  assert.equal(withDay(`${PAGE}?known=2025-03-14#control`, null), `${PAGE}#control`);
});

test("the last day that is not later counts", () => {
  const days = ["2025-03-11", "2025-03-13"];
  const found = ["2025-03-10", "2025-03-11", "2025-03-12", "2025-03-13", "2030-01-01"].map((text) => indexOn(days, parseDay(text)));
  assert.deepEqual(found, [-1, 0, 0, 1, 1]);
});

test("a value holds from its step on", () => {
  const steps = [[1, "stands"], [3, "revised"]];
  assert.deepEqual([0, 1, 2, 3, 9].map((index) => valueAt(steps, index)), [undefined, "stands", "stands", "revised", "revised"]);
});

test("from any day there is an earlier and a later one, but at the ends", () => {
  const days = ["2025-03-11", "2025-03-13", "2025-03-15"];
  const texts = (text) => Object.values(neighbours(days, parseDay(text))).map((day) => day?.text ?? null);
  assert.deepEqual(texts("2025-03-13"), ["2025-03-11", "2025-03-15"]);
  assert.deepEqual(texts("2025-03-14"), ["2025-03-13", "2025-03-15"]);
  assert.deepEqual(texts("2025-03-11"), [null, "2025-03-13"]);
  assert.deepEqual(texts("2025-03-15"), ["2025-03-13", null]);
  assert.deepEqual(texts("2025-01-01"), [null, "2025-03-11"]);
});
