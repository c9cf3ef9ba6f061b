import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { cleaned, FormModel } from "../../site_plugins/chronology/assets/scripts/forms/form-model.js";
import { readSchema } from "../../site_plugins/chronology/assets/scripts/forms/schema.js";
import { readYaml } from "../../site_plugins/chronology/assets/scripts/forms/yaml-reader.js";
import library from "../../site_plugins/chronology/assets/vendored/js-yaml-4.3.2/js-yaml.min.js";

const { schemas } = JSON.parse(readFileSync(new URL("cases/findings.json", import.meta.url), "utf8"));
const read = (text) => readYaml(library, text);
const PLACE = "name: Sudzha\nmystery: [kept]\nnames: [Суджа, {name: Sudscha, language: de}]\n";
const load = (kind, text) => FormModel.load({ field: readSchema(schemas[kind]), text, read });

test("an entry that is a text alone may get fields, and is written as it was until it has some", () => {
  const model = load("places", PLACE);
  model.spread(["names", 0], "name");
  assert.equal(model.isChanged, false);
  assert.equal(model.written().text, PLACE);
  model.set(["names", 0, "language"], "uk");
  assert.match(model.written().text, /mystery: \[kept\]\nnames:\n {2}- \{name: Суджа, language: uk\}\n {2}- \{name: Sudscha, language: de\}\n/);
});

test("empty entries are passed over, and places count them", () => {
  const model = new FormModel(readSchema(schemas.events));
  model.set(["questions", 0, "claims"], [{}, { says: "  " }, { says: "It did.", sources: [] }]);
  assert.deepEqual(model.record(), { questions: [{ claims: [{ says: "It did." }] }] });
  assert.deepEqual(model.placeOf(["questions", 0, "claims", 0, "says"]), ["questions", 0, "claims", 2, "says"]);
});

test("an open question keeps its empty list of claims", () => {
  const text = "title: A\nquestions:\n  - id: a\n    ask: B?\n    claims: []\n";
  const model = load("events", text);
  model.set(["title"], "C");
  assert.equal(model.written().text, text.replace("title: A", "title: C"));
});

test("what is pasted loses what no record may hold", () => {
  assert.equal(cleaned("a\tb\r\nc\u202ed\u0007"), "a b\ncd");
});
