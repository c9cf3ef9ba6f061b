import assert from "node:assert/strict";
import test from "node:test";
import { loadSearch, readCases } from "./scripts.mjs";

const search = loadSearch();
const cases = readCases("folding.json");

for (const [word, folded] of cases.fold) {
  test(`fold ${JSON.stringify(word)}`, () => assert.equal(search.fold(word), folded));
}

for (const [text, words] of cases.words) {
  test(`words of ${JSON.stringify(text)}`, () => assert.deepEqual([...search.words(text)], words));
}

test("words are located where they stand in the text as written", () => {
  const text = "Бої за Суджу";
  assert.deepEqual(Array.from(search.locate(text), ({ start, end }) => text.slice(start, end)), ["Бої", "за", "Суджу"]);
});
