// Writes texts as the forms do, in every kind of field, in a new record and in one that is there: JSON on standard
// output. Used by test_texts.py: `node write_texts.mjs < {schema, record, place, texts}`.
import { readFileSync } from "node:fs";

import { cleaned, FormModel } from "../../site_plugins/chronology/assets/scripts/forms/form-model.js";
import { readSchema } from "../../site_plugins/chronology/assets/scripts/forms/schema.js";
import { readYaml } from "../../site_plugins/chronology/assets/scripts/forms/yaml-reader.js";
import library from "../../site_plugins/chronology/assets/vendored/js-yaml-4.3.2/js-yaml.min.js";

const given = JSON.parse(readFileSync(0, "utf8"));
const field = readSchema(given.schema);
const place = readSchema(given.place);
const read = (text) => readYaml(library, text);

const written = given.texts.map((typed) => {
  const text = cleaned(typed);
  return { text, named: names(new FormModel(place), text), anew: fill(new FormModel(field), text), there: fill(FormModel.load({ field, text: given.record, read }), text) };
});
process.stdout.write(JSON.stringify(written));

/** The text of the record with a text in fields of every kind: a line, a paragraph, Markdown, a key's words, lists. */
function fill(model, text) {
  model.set(["title"], text);
  model.set(["summary"], text);
  model.set(["text"], `${text}\n`);
  model.set(["questions", 0, "answers"], { one: text, two: "Two" });
  model.set(["questions", 0, "claims", 0, "says"], text);
  model.set(["questions", 0, "claims", 0, "by"], [text, "x"]);
  model.set(["questions", 0, "claims", 0, "sources"], [{ source: "s", quote: text }, text]);
  model.set(["media"], [{ file: "a.png", alt: text, credit: text }]);
  model.set(["formerly"], [text]);
  return { ...model.written(), record: model.record() };
}

function names(model, text) {
  model.set(["names"], [{ name: text, language: "ru" }, { name: "x", language: text }]);
  model.set(["also_written"], [text, "x"]);
  return { ...model.written(), record: model.record() };
}
