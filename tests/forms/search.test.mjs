import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { addressSum, isAddress, plainAddress } from "../../site_plugins/chronology/assets/scripts/forms/addresses.js";
import { readFormData } from "../../site_plugins/chronology/assets/scripts/forms/form-data.js";
import { RecordSearch } from "../../site_plugins/chronology/assets/scripts/forms/record-search.js";

globalThis.self ??= globalThis;
await import("../../site_plugins/chronology/assets/scripts/search/words.js");

const read = (name) => JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), "utf8"));
const data = readFormData(read("findings").data);
const search = (kind) => new RecordSearch([...data.records[kind].values()], self.chronologySearch);
const found = (kind, text) => search(kind).find(text).map(({ id }) => id);

test("addresses are compared as the check compares them", () => {
  for (const { url, plain, sum } of read("addresses")) {
    assert.equal(plainAddress(url), plain);
    assert.equal(addressSum(url), sum);
  }
});

test("a source is found by its address, however it was copied", () => {
  const path = "kyivindependent.com/general-staff-confirms-withdrawal-from-sudzha-kursk-oblast";
  const [id] = found("sources", `https://${path}/`);
  assert.ok(id);
  for (const text of [path, `http://www.${path}?utm_source=x#top`, `  www.${path}/`]) assert.deepEqual(found("sources", text), [id], text);
  assert.deepEqual(found("sources", "https://example.org/nothing"), []);
});

test("words are no addresses", () => {
  assert.equal(isAddress("trade blame"), false);
  assert.equal(isAddress("D. Zelensky"), false);
  assert.equal(isAddress("example.org"), true);
});

test("doubled letters are guessed at in long words alone", () => {
  assert.deepEqual(found("actors", "zzzz"), []);
  assert.deepEqual(found("sources", "CNN").filter((id) => id.startsWith("cna")), []);
  assert.deepEqual(found("actors", "Zelennsky"), found("actors", "Zelensky"));
  assert.deepEqual(found("actors", "Zelensky").length, 1);
  assert.ok(found("places", "Суджа").includes("sudzha"));
});
