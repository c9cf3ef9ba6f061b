import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { findingsOf } from "../../site_plugins/chronology/assets/scripts/forms/findings.js";
import { readFormData } from "../../site_plugins/chronology/assets/scripts/forms/form-data.js";
import { checkRecord } from "../../site_plugins/chronology/assets/scripts/forms/record-check.js";
import { ruleFindings } from "../../site_plugins/chronology/assets/scripts/forms/rules.js";
import { readSchema } from "../../site_plugins/chronology/assets/scripts/forms/schema.js";

const cases = JSON.parse(readFileSync(new URL("cases/findings.json", import.meta.url), "utf8"));
const fields = Object.fromEntries(Object.entries(cases.schemas).map(([kind, schema]) => [kind, readSchema(schema)]));
const { known } = readFormData(cases.data);

function changed(data, at, to) {
  const copy = structuredClone(data);
  const here = at.slice(0, -1).reduce((value, step) => value[step], copy);
  if (to === null) delete here[at.at(-1)];
  else here[at.at(-1)] = to;
  return copy;
}

const sorted = (findings) => findings.map((one) => JSON.stringify(one)).sort();

test("mistakes in one record are found where the check finds them, in the same words", () => {
  assert.ok(cases.mistakes.length > 500);
  for (const { base, at, to, findings } of cases.mistakes) {
    const { kind, data } = cases.bases[base];
    const given = changed(data, at, to);
    const found = [...findingsOf(given, fields[kind]), ...ruleFindings(kind, given)];
    assert.deepEqual(sorted(found.map((one) => [one.loc, one.message, one.hint])), sorted(findings), `${kind} ${at} = ${to}`);
  }
});

test("names that nobody knows are complained of in the check's words", () => {
  for (const { base, at, to, says } of cases.named) {
    const { kind, id, data } = cases.bases[base];
    const found = checkRecord(kind, id, changed(data, at, to), fields[kind], known);
    assert.deepEqual(found.map(({ message, hint }) => `${message}; ${hint}`).sort(), says, `${kind} ${at} = ${to}`);
  }
});

test("a vocabulary without words is complained of in the check's words", () => {
  const at = cases.named.findIndex(({ to }) => to === "atack");
  const { kind, id, data } = cases.bases[cases.named[at].base];
  const bare = readFormData({ ...cases.data, vocabularies: { ...cases.data.vocabularies, types: {} } }).known;
  const [{ message, hint }] = checkRecord(kind, id, data, fields[kind], bare);
  assert.equal(message, `'${data.type}' is not one of the \`types\` of chronology.yml`);
  assert.equal(hint, "none is defined yet; add `types: ` there, with ids and their words");
});

test("the records of content/ are right as they are", () => {
  for (const { kind, id, data } of cases.bases) assert.deepEqual(checkRecord(kind, id, data, fields[kind], known), []);
});
