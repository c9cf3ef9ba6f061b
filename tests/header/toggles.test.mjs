import assert from "node:assert/strict";
import { test } from "node:test";
import { isLetterShortcut } from "../../site_plugins/chronology/assets/scripts/header/toggles.js";

const page = { closest: () => null };
const box = { closest: () => box };
const press = (key, changed = {}) => isLetterShortcut({ key, target: page, ...changed });

test("a letter or a sign on the page is a shortcut of Material's", () => {
  for (const key of ["n", "p", "s", "f", "/", ".", ","]) assert.ok(press(key), key);
});

test("keys with a name are not: they work the page", () => {
  for (const key of ["Enter", "Escape", "Tab", "ArrowDown", " "]) assert.ok(!press(key), key);
});

test("letters of a text and of the browser's own shortcuts are not", () => {
  assert.ok(!press("n", { target: box }));
  for (const held of ["metaKey", "ctrlKey", "altKey"]) assert.ok(!press("f", { [held]: true }), held);
});
