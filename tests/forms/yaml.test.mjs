import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isAlike, simplified } from "../../site_plugins/chronology/assets/scripts/forms/plain-data.js";
import { readSchema } from "../../site_plugins/chronology/assets/scripts/forms/schema.js";
import { patchRecord } from "../../site_plugins/chronology/assets/scripts/forms/yaml-patch.js";
import { readYaml } from "../../site_plugins/chronology/assets/scripts/forms/yaml-reader.js";
import { scalar, writeRecord } from "../../site_plugins/chronology/assets/scripts/forms/yaml-writer.js";
import library from "../../site_plugins/chronology/assets/vendored/js-yaml-4.3.2/js-yaml.min.js";

const read = (text) => readYaml(library, text);
const { schemas } = JSON.parse(readFileSync(new URL("cases/findings.json", import.meta.url), "utf8"));
const fields = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, readSchema(schema)]));

const EVENT = `# Who took what.
title: The station is attacked   # as printed
date: 2025-03-20

# Two claims.
questions:
  - id: who
    ask: Who?
    claims:
      # The ministry's word.
      - says: They did.
        by: [russia-mod]
        sources:
          - meduza-0321   # read
      - says: >-
          A longer text.

          In two parts.
        sources:
          - kp-0321
sources:
- meduza-0321
- kp-0321
# The end.
`;

function patched(change) {
  const before = simplified(read(EVENT), fields.events);
  const after = structuredClone(before);
  change(after);
  const { text, inPlace } = patchRecord(EVENT, before, after, fields.events, read);
  assert.ok(isAlike(simplified(read(text), fields.events), after));
  return { text, inPlace };
}

function changedLines(change) {
  const { text, inPlace } = patched(change);
  assert.ok(inPlace);
  const [before, after] = [EVENT.split("\n"), text.split("\n")];
  return [...before.filter((line) => !after.includes(line)).map((line) => `-${line}`), ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`)];
}

test("nothing changed: the text stays as it is", () => {
  assert.equal(patched(() => {}).text, EVENT);
});

test("a changed text keeps its comment, its neighbours and their layout", () => {
  assert.deepEqual(changedLines((event) => (event.title = "It: is")), ["-title: The station is attacked   # as printed", '+title: "It: is"   # as printed']);
  assert.deepEqual(changedLines((event) => (event.date = "[2025-03-20,2025-03-21]")), ["-date: 2025-03-20", '+date: "[2025-03-20,2025-03-21]"']);
});

test("a new field goes to its place in the schema's order", () => {
  const { text } = patched((event) => (event.type = "attack"));
  assert.match(text, /date: 2025-03-20\ntype: attack\n\n# Two claims\.\n/);
});

test("a new claim is added under the others, and a changed one keeps its comment", () => {
  const claim = { says: "A third.", by: ["isw"], sources: ["kp-0321", { source: "meduza-0321", quote: "so: it was" }] };
  const { text } = patched(({ questions: [{ claims }] }) => {
    claims[0].said = "2025-03-21";
    claims.push(claim);
  });
  assert.match(text, / {6}# The ministry's word\.\n {6}- says: They did\.\n {8}by: \[russia-mod\]\n {8}said: 2025-03-21\n/);
  assert.match(text, / {10}- source: meduza-0321\n {12}quote: "so: it was"\nsources:\n- meduza-0321\n/);
});

test("what is taken away goes alone", () => {
  assert.deepEqual(changedLines((event) => event.sources.shift()), ["-- meduza-0321"]);
  assert.deepEqual(changedLines((event) => delete event.date), ["-date: 2025-03-20"]);
});

test("a text that could be mistaken is quoted", () => {
  const cases = { "12:30": "12:30", "a: b": '"a: b"', "a #b": '"a #b"', "- a": '"- a"', "~": '"~"', "": '""', 'say "a": b': `'say "a": b'`, "[2025]": '"[2025]"', "it's": "it's", no: '"no"', "a:": '"a:"' };
  for (const [text, written] of Object.entries(cases)) {
    assert.equal(scalar(text), written);
    assert.deepEqual(read(`a: ${written}\n`), { a: text });
  }
});

test("texts of every kind come back as they were", () => {
  const texts = ["One line.\n", "Two\n\nparts.\n", "no end", " begins with a space\n", "\nempty first\n", "ends\n\n", "- a: [b] #c\n  - d\n", "x ".repeat(400).trim()];
  for (const text of texts) {
    const written = writeRecord({ text, summary: text.trim() }, fields.events);
    assert.deepEqual(read(written), { text, summary: text.trim() }, written);
  }
});
