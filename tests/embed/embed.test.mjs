// The script for pages that have frames of a chronology, and what the frame says to it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const scripts = new URL("../../site_plugins/chronology/assets/scripts/embed/", import.meta.url);
const source = readFileSync(new URL("embed.js", scripts), "utf-8");
const { answer, isSettled, measure } = await import(new URL("frame.js", scripts));

const SITE = "https://kursk.example/site/";

function frame(src) {
  const asked = [];
  return { src, style: {}, asked, contentWindow: { postMessage: (...message) => asked.push(message) } };
}

/** A page with frames, on which the script has run. */
function page(...frames) {
  let listen;
  vm.runInNewContext(source, {
    URL,
    document: { currentScript: { src: `${SITE}embed.js` }, querySelectorAll: () => frames },
    addEventListener: (type, act) => (listen = type === "message" ? act : listen),
  });
  return (from, data, origin = new URL(SITE).origin) => listen({ origin, source: from.contentWindow, data });
}

test("the script is under 2 KB, and needs nothing else", () => {
  assert.ok(Buffer.byteLength(source) < 2048);
  assert.doesNotMatch(source, /import|require|fetch|innerHTML/);
});

test("a frame becomes as high as it says, and only that one", () => {
  const [first, second] = [frame(`${SITE}embed/?topic=sudzha`), frame(`${SITE}embed/`)];
  const say = page(first, second);
  say(second, { chronology: "height", height: 812.4 });
  assert.deepEqual([first.style.height, second.style.height], [undefined, "813px"]);
  say(second, { chronology: "height", height: 90 });
  assert.equal(second.style.height, "90px");
});

test("frames are asked, because they may have spoken before the script was there", () => {
  const [ours, other] = [frame(`${SITE}embed.html?topic=sudzha`), frame("https://other.example/embed/")];
  page(ours, other);
  assert.equal(JSON.stringify(ours.asked), '[[{"chronology":"height?"},"*"]]');
  assert.deepEqual(other.asked, []);
});

test("nobody but the chronology's own frames is listened to", () => {
  const [ours, other] = [frame(`${SITE}embed/`), frame("https://other.example/embed/")];
  const say = page(ours, other);
  const height = { chronology: "height", height: 500 };
  say(ours, height, "https://other.example");
  say(other, height);
  say(other, height, "https://other.example");
  say({ contentWindow: {} }, height);
  assert.deepEqual([ours.style, other.style], [{}, {}]);
});

test("what is no height is not taken for one", () => {
  const ours = frame(`${SITE}embed/`);
  const say = page(ours);
  for (const data of [null, "500", { height: 500 }, { chronology: "height" }, { chronology: "height", height: "9px" },
    { chronology: "height", height: -1 }, { chronology: "height", height: Infinity }]) say(ours, data);
  assert.deepEqual(ours.style, {});
});

test("a frame tells its height in whole pixels", () => {
  const element = { getBoundingClientRect: () => ({ height: 99.2 }) };
  assert.deepEqual(measure(element), { chronology: "height", height: 100 });
});

test("a frame answers the page around it, and nobody else", () => {
  let told = 0;
  const parent = {};
  const tell = () => (told += 1);
  answer({ source: parent, data: { chronology: "height?" } }, parent, tell);
  answer({ source: {}, data: { chronology: "height?" } }, parent, tell);
  answer({ source: parent, data: { chronology: "else" } }, parent, tell);
  answer({ source: parent, data: null }, parent, tell);
  assert.equal(told, 1);
});

test("a frame waits until what it is asked for is shown", () => {
  const content = (found) => ({ querySelector: () => found });
  assert.equal(isSettled("", content(null)), true);
  assert.equal(isSettled("?topic=sudzha", content(null)), false);
  assert.equal(isSettled("?topic=sudzha", content({})), true);
});
