import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { handIn, issue, LONGEST } from "../../site_plugins/chronology/assets/scripts/forms/host-address.js";
import { proposedId, proposedRecordId } from "../../site_plugins/chronology/assets/scripts/forms/ids.js";
import { lineDiff } from "../../site_plugins/chronology/assets/scripts/forms/line-diff.js";

const PATTERNS = {
  host: "GitHub",
  edit: "https://github.com/a/b/edit/main/{path}",
  new: "https://github.com/a/b/new/main?filename={path}&value={text}",
  issue: "https://github.com/a/b/issues/new?title={title}&body={text}",
};
const PATH = "content/events/2025/x.yml";

test("a new record goes into the address of a new file", () => {
  const given = handIn(PATTERNS, { path: PATH, text: "title: A & B\n", isNew: true });
  const address = "https://github.com/a/b/new/main?filename=content%2Fevents%2F2025%2Fx.yml&value=title%3A%20A%20%26%20B%0A";
  assert.deepEqual(given, { way: "new", address, isFilled: true });
});

test("a text that is too long for an address is left out of it", () => {
  const text = "x".repeat(LONGEST);
  assert.deepEqual(handIn(PATTERNS, { path: PATH, text, isNew: true }), {
    way: "new", address: "https://github.com/a/b/new/main?filename=content%2Fevents%2F2025%2Fx.yml&value=", isFilled: false,
  });
  assert.equal(issue(PATTERNS, { title: "X", path: PATH, text }).address, "https://github.com/a/b/issues/new?title=X&body=content%2Fevents%2F2025%2Fx.yml%0A%0A");
});

test("a record that is there has its edit page; a host without new files an issue", () => {
  assert.equal(handIn(PATTERNS, { path: PATH, text: "", isNew: false }).address, "https://github.com/a/b/edit/main/content/events/2025/x.yml");
  const { new: _, ...without } = PATTERNS;
  const given = handIn(without, { path: PATH, text: "title: A\n", isNew: true });
  assert.equal(given.way, "issue");
  assert.match(decodeURIComponent(given.address), /title=New record: content\/events\/2025\/x\.yml&body=content\/events\/2025\/x\.yml\n\n```yaml\ntitle: A\n```\n$/);
});

test("a GitLab of one's own is given folder, file and text under their names there", () => {
  const base = "https://code.example.org/tools/gitlab/history/dates/-";
  const gitlab = {
    host: "code.example.org",
    edit: `${base}/edit/main/{path}`,
    new: `${base}/new/main/{folder}?file_name={file}&content={text}`,
    issue: `${base}/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}`,
  };
  assert.deepEqual(handIn(gitlab, { path: PATH, text: "title: A\n", isNew: true }), {
    way: "new", address: `${base}/new/main/content/events/2025?file_name=x.yml&content=title%3A%20A%0A`, isFilled: true,
  });
  assert.equal(handIn(gitlab, { path: PATH, text: "", isNew: false }).address, `${base}/edit/main/${PATH}`);
  const { address } = issue(gitlab, { title: "X", path: PATH, text: "a: b\n" });
  assert.ok(address.startsWith(`${base}/issues/new?issue%5Btitle%5D=X&issue%5Bdescription%5D=content%2Fevents`), address);
});

test("an issue on a record that is there has what changed", () => {
  const { address } = issue(PATTERNS, { title: "X", path: PATH, text: "", change: "- a\n+ b\n" });
  assert.match(decodeURIComponent(address), /```diff\n- a\n\+ b\n```/);
});

const FORMS = {
  ...PATTERNS,
  correction: "https://github.com/a/b/issues/new?template=correction.yml&title={title}&record={path}&wrong={text}",
  event: "https://github.com/a/b/issues/new?template=event.yml&title={title}&happened={title}&date={date}&places={places}&sources={sources}&record={text}",
};
const asked = (address) => Object.fromEntries(new URL(address).searchParams);

test("a change is suggested in the form for corrections", () => {
  const { address } = issue(FORMS, { title: "Suggestion: X & Y", path: PATH, text: "", change: "- a\n+ b\n" });
  assert.deepEqual(asked(address), { template: "correction.yml", title: "Suggestion: X & Y", record: PATH, wrong: "```diff\n- a\n+ b\n```\n" });
});

test("a new event fills in the form for events; one that is too long leaves out its text", () => {
  const event = { title: "X & Y", date: "2025-03-12", places: ["sudzha", "guevo"], sources: ["a", { source: "b", quote: "c" }] };
  const fields = { template: "event.yml", title: "X & Y", happened: "X & Y", date: "2025-03-12", places: "sudzha, guevo", sources: "a\nb" };
  const given = issue(FORMS, { title: "Suggestion: X & Y", path: PATH, text: "title: X\n", event });
  assert.deepEqual(asked(given.address), { ...fields, record: "```yaml\ntitle: X\n```\n" });
  const long = issue(FORMS, { title: "", path: PATH, text: "x".repeat(LONGEST), event });
  assert.deepEqual([asked(long.address), long.isFilled], [{ ...fields, record: "" }, false]);
  assert.deepEqual(asked(issue(FORMS, { title: "", path: PATH, text: "", event: {} }).address).date, "");
});

test("a new record of another kind, and one where there are no forms, has a blank issue", () => {
  const given = { title: "X", path: PATH, text: "a: b\n" };
  assert.equal(issue(FORMS, given).address, issue(PATTERNS, given).address);
  assert.equal(issue(PATTERNS, { ...given, event: { title: "X" } }).address, issue(PATTERNS, given).address);
});

test("a difference shows changed lines and two around them", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\n";
  const lines = lineDiff(before, before.replace("e\n", "E\nE2\n")).map(({ sign, text }) => sign + text);
  assert.deepEqual(lines, ["…", " c", " d", "-e", "+E", "+E2", " f", " g"]);
});

test("an id is proposed from the words that tell", () => {
  assert.equal(proposedId("Russia says it has retaken Sudzha, with Melovoy and Podol"), "russia-retaken-sudzha-melovoy");
  assert.equal(proposedId("Who held Sudzha?"), "held-sudzha");
  assert.equal(proposedId("Кто удерживал Суджу?"), "kto-uderzhival-sudzhu");
  assert.equal(proposedId("東京"), "");
});

test("the ids of records are those that the command proposes", () => {
  const taken = {};
  for (const { kind, data, id } of JSON.parse(readFileSync(new URL("cases/ids.json", import.meta.url), "utf8"))) {
    taken[kind] ??= new Set();
    assert.equal(proposedRecordId(kind, data, taken[kind]), id, JSON.stringify(data));
    taken[kind].add(id);
  }
});
