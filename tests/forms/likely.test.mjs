import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readFormData } from "../../site_plugins/chronology/assets/scripts/forms/form-data.js";
import { likelyOf } from "../../site_plugins/chronology/assets/scripts/forms/likely.js";

const data = readFormData(JSON.parse(readFileSync(new URL("cases/findings.json", import.meta.url), "utf8")).data);
const likely = (kind, record, id = null) => likelyOf(kind, id, record, data).map((one) => one.id);

test("an event on the same day with words of its title is here already", () => {
  assert.deepEqual(likely("events", { title: "Russians retake Sudzha", date: "2025-03-13" }), ["sudzha-retaken"]);
  assert.deepEqual(likely("events", { title: "Russians retake Sudzha", date: "2024-10-01" }), []);
  assert.deepEqual(likely("events", { title: "Sudzha", date: "2025-03-13" }), []);
  assert.deepEqual(likely("events", { title: "Russians retake Sudzha" }), []);
  assert.deepEqual(likely("events", { title: "Russians retake Sudzha", date: "2025-03-13", relations: [{ event: "sudzha-retaken" }] }), []);
});

test("an event that is changed is not its own double", () => {
  for (const { id, label, mark } of data.records.events.values()) assert.ok(!likely("events", { title: label, date: mark }, id).includes(id));
});

test("no event of the campaign is taken for another", () => {
  const events = [...data.records.events.values()];
  assert.deepEqual(events.filter(({ id, label, mark }) => likely("events", { title: label, date: mark }, id).length), []);
});

test("a source is known by its address, or by its title and publisher", () => {
  const url = "http://www.kyivindependent.com/general-staff-confirms-withdrawal-from-sudzha-kursk-oblast?utm_source=x";
  const [id] = likely("sources", { url });
  const { label, detail } = data.records.sources.get(id);
  assert.match(detail, /^Kyiv Independent/);
  assert.deepEqual(likely("sources", { title: label, publisher: "Kyiv Independent" }), [id]);
  assert.deepEqual(likely("sources", { title: label, publisher: "Another paper" }), []);
});

test("actors and places are known by any of their names", () => {
  assert.deepEqual(likely("places", { name: "Суджа" }), ["sudzha"]);
  assert.deepEqual(likely("places", { name: "Nowhere" }), []);
});
