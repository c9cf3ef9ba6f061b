import assert from "node:assert/strict";
import test from "node:test";
import { DATA, loadSearch, loadWorker, scope } from "./scripts.mjs";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const EVENTS = "chronology-events";
const CHRONOLOGY = { scripts: ["../../../search/engine.js"], data: "../../../search/data.json", failed: "Could not load." };

/** A worker in a fake scope; `online` decides whether its files can be read. */
function start({ suggest = false } = {}) {
  const state = { sent: [], requests: [], online: true };
  let receive;
  const context = scope({
    addEventListener: (_type, listener) => (receive = listener),
    postMessage: (message) => state.sent.push(structuredClone(message)),
    fetch: async (url) => {
      state.requests.push(url);
      if (!state.online) throw new TypeError("offline");
      return { ok: true, json: async () => structuredClone(DATA) };
    },
    importScripts: (...urls) => {
      state.requests.push(...urls);
      if (!state.online) throw new TypeError("offline");
      loadSearch(context);
    },
    console: { warn: () => {} },
  });
  loadWorker(context);
  const send = (message) => receive({ data: message });
  send({ type: SETUP, data: { config: { chronology: CHRONOLOGY }, docs: [], options: { suggest } } });
  return {
    state,
    ask: (query) => send({ type: QUERY, data: query }),
    askEvents: (query) => send({ type: EVENTS, data: query }),
  };
}

test("it is ready at once, and reads nothing before the first word", async () => {
  const { state, ask } = start();
  assert.deepEqual(state.sent, [{ type: READY }]);
  await ask("");
  assert.deepEqual(state.sent[1], { type: RESULT, data: { items: [] } });
  assert.deepEqual(state.requests, []);
});

test("the first word loads engine and data once", async () => {
  const { state, ask } = start();
  await Promise.all([ask("s"), ask("su")]);
  await ask("sud");
  assert.deepEqual(state.requests.toSorted(), [CHRONOLOGY.data, ...CHRONOLOGY.scripts]);
});

test("a query that was typed over is not answered", async () => {
  const { state, ask } = start();
  await Promise.all([ask("sumy"), ask("sudzha")]);
  const results = state.sent.filter(({ type }) => type === RESULT);
  assert.equal(results.length, 1);
  assert.equal(results[0].data.items[0][0].location, "places/sudzha/");
});

test("emptying the box while data loads leaves it empty", async () => {
  const { state, ask } = start();
  await Promise.all([ask("sumy"), ask("")]);
  assert.deepEqual(state.sent.slice(1), [{ type: RESULT, data: { items: [] } }]);
});

test("a failure is told, and the next query tries again", async () => {
  const { state, ask } = start();
  state.online = false;
  await ask("sud");
  assert.equal(state.sent.at(-1).data.items[0][0].title, "Could not load.");
  state.online = true;
  await ask("sudz");
  assert.equal(state.sent.at(-1).data.items[0][0].location, "places/sudzha/");
});

test("completions are sent where the theme asks for them", async () => {
  const { state, ask } = start({ suggest: true });
  await ask("sudz");
  assert.deepEqual(state.sent.at(-1).data.suggest, ["sudzha"]);
});

test("the explorer is told all events with the words, in themselves or in their claims", async () => {
  const { state, askEvents } = start();
  await askEvents("sudzha");
  assert.deepEqual(state.sent.at(-1), {
    type: EVENTS,
    data: { query: "sudzha", addresses: ["events/sudzha-retaken/", "events/commandant-office/"], complete: true },
  });
  await askEvents("northern outskirts");
  assert.deepEqual(state.sent.at(-1).data.addresses, ["events/sudzha-retaken/"]);
});

test("events with some of the words only do not count", async () => {
  const { state, askEvents } = start();
  await askEvents("commandant zebra");
  assert.deepEqual(state.sent.at(-1).data.addresses, []);
});

test("the explorer is told of a failure, and may try again", async () => {
  const { state, askEvents } = start();
  state.online = false;
  await askEvents("sud");
  assert.deepEqual(state.sent.at(-1).data, { query: "sud", failed: true });
  state.online = true;
  await askEvents("sud");
  assert.equal(state.sent.at(-1).data.complete, true);
});
