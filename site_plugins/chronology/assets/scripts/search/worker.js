// Stands in for the worker of Material's search. Speaks its messages; reads engine and data only when a reader
// types. `config.chronology` of search/search_index.json says where they are: see search/engine.py. The explorer's filter
// starts it too (explorer/words-search.js) and asks with EVENTS for the events that have all words.
(function (scope) {
  "use strict";

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const EVENTS = "chronology-events";
  let settings;
  let engine;
  let latest = 0;

  async function load({ scripts, data }) {
    const response = fetch(data);
    response.catch(() => {}); // its failure is met below, after the scripts
    scope.importScripts(...scripts);
    const answer = await response;
    if (!answer.ok) throw new Error(`${data}: ${answer.status}`);
    return scope.chronologySearch.open(await answer.json());
  }

  function show(items, suggest) {
    scope.postMessage({ type: RESULT, data: settings.suggest ? { items, suggest } : { items } });
  }

  async function answer(query, turn) {
    const { find, words } = await engine;
    const hits = await find(query);
    if (turn !== latest) return;
    const { items, suggestion } = scope.chronologySearch;
    show(items(hits, words), suggestion(query, hits));
  }

  async function ask(query) {
    const turn = ++latest;
    if (!query.trim()) return show([], []);
    try {
      engine ??= load(settings);
      await answer(query, turn);
      const { growing } = await engine;
      await growing;
      if (growing && turn === latest) await answer(query, turn);
    } catch (error) {
      console.warn(error);
      engine = undefined;
      if (turn === latest) show([[{ location: "", title: settings.failed, text: "", score: 0, terms: {} }]], []);
    }
  }

  /** Tell the events with all words of a query: what is indexed so far, and again when everything is. */
  async function tellEvents(query) {
    const tell = (answer) => scope.postMessage({ type: EVENTS, data: { query, ...answer } });
    try {
      engine ??= load(settings);
      const { find, growing } = await engine;
      const addresses = async () => scope.chronologySearch.events(await find(query));
      if (growing) tell({ addresses: await addresses(), complete: false });
      await growing;
      tell({ addresses: await addresses(), complete: true });
    } catch (error) {
      console.warn(error);
      engine = undefined;
      tell({ failed: true });
    }
  }

  scope.addEventListener("message", ({ data: message }) => {
    if (message.type === SETUP) {
      const { config, options } = message.data;
      settings = { ...config.chronology, suggest: options.suggest };
      scope.postMessage({ type: READY });
    } else if (message.type === QUERY) {
      return ask(message.data);
    } else if (message.type === EVENTS) {
      return tellEvents(message.data);
    }
  });
})(self);
