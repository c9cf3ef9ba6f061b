// The engine for sites of up to some ten thousand events: MiniSearch over the whole of search/data-*.json.
// An engine defines `open(data)`, which promises {find, words, growing}: `find(query)` gives or promises hits, best
// first, for `items` of results.js; `words` are for readers; `growing` is a promise while not all is indexed, else null.
(function (search) {
  "use strict";

  const FIRST = 4000; // documents indexed before the first answer
  const CHUNK = 1000; // documents indexed between two chances to answer
  const BOOST = { title: 6, names: 4, date: 10, label: 1.5, text: 1, context: 0.1 };
  const WEIGHTS = { prefix: 0.5, fuzzy: 0.03 };
  const LONGEST = 200; // characters of a query
  const ON_TOP = new Set(["place", "actor"]);
  const COMMON = new Set(
    "a an and are as at be by for from had has have in is it its of on or that the this to was were what when where who with"
      .split(" ")
      .map(search.fold),
  );
  // How well a hit fits, best first. A name counts where the record is a place or an actor and the name its own, a day
  // where it is an event's.
  const [NAME, DAY, NAME_BEGUN, WORDS, WRONG_LETTER, SOME_WORDS] = [0, 1, 2, 3, 4, 5];

  /** A document's name where others name it: a source is called by its publisher. */
  function called({ kind, title, label }) {
    return kind === "source" ? label : title;
  }

  /** Documents from the columns that `search/minisearch.py` wrote; its docstring tells the shape. */
  function read({ kinds, dates }) {
    const documents = [];
    for (const [kind, columns] of Object.entries(kinds)) {
      columns.address.forEach((_, row) => {
        const cell = (name, none) => columns[name]?.[row] || none;
        const [date, day] = dates[cell("date", 0)];
        documents.push({
          id: documents.length, kind, address: cell("address", ""), date, day,
          title: cell("title", ""), text: cell("text", ""), label: cell("label", ""), words: cell("words", ""),
          names: cell("names", []), by: cell("by", []), through: cell("linked", []), within: cell("part_of", 0),
        }); // prettier-ignore
      });
    }
    for (const document of documents) {
      document.through = [...document.by, ...document.through].map((index) => documents[index]);
      document.by = document.by.map((index) => called(documents[index]));
      document.within = document.within ? documents[document.within - 1] : null;
    }
    for (const document of documents) {
      let root = document;
      while (root.within) root = root.within;
      if (root !== document) document.root = root;
      if (document.address.startsWith("#")) document.address = root.address + document.address;
    }
    return documents;
  }

  const nameForms = (name) => [...search.words(name), ...search.cyrillic(name)];

  function nameWords(document) {
    return (document.nameWords ??= [...new Set([called(document), ...document.names].flatMap(nameForms))]);
  }

  /** The words of a document's field. `context` lets a claim be found by the words of its event and question with its own. */
  function fieldWords(document, field) {
    const linked = ({ through }) => through.flatMap(nameWords);
    switch (field) {
      case "title":
        return nameForms(document.title);
      case "names":
        return [...document.names.flatMap(nameForms), ...new Set(linked(document))];
      case "text":
        return search.words(`${document.text} ${document.words}`);
      case "date":
        return search.words(`${document.date} ${document.day}`);
      case "context":
        if (!document.root) return [];
        return [...search.words(`${document.root.title} ${document.within.title}`), ...linked(document.root)];
      default:
        return search.words(document[field]);
    }
  }

  function newIndex() {
    const fields = Object.keys(BOOST);
    return new self.MiniSearch({
      fields,
      extractField: (document, field) => (field === "id" ? document.id : fieldWords(document, field)),
      stringifyField: (words) => words,
      tokenize: (words) => words,
      processTerm: (word) => word,
      searchOptions: { boost: BOOST, weights: WEIGHTS, tokenize: (word) => [word] },
    });
  }

  function phrasesOf(document) {
    return (document.phrases ??= [document.title, ...document.names].map((name) => search.words(name).join(" ")));
  }

  /** Other spellings of a record that is called by one word, to that word: "sudscha" to "sudzha". */
  function spellingsOf(documents) {
    const spellings = new Map();
    for (const document of documents) {
      if (!ON_TOP.has(document.kind)) continue;
      const [name, ...others] = phrasesOf(document);
      if (name.includes(" ")) continue;
      for (const other of others) if (other !== name && !other.includes(" ")) spellings.set(other, name);
    }
    return spellings;
  }

  /** The words of a query: `word` folded, `written` as typed, `or` other forms of it and the same name as we spell it. */
  function queryWords(query, spellings) {
    const located = Array.from(search.locate(query.slice(0, LONGEST)));
    const written = new Map(located.map(({ word, start, end }) => [word, query.slice(start, end)]));
    const unfinished = /\s$/.test(query) ? "" : [...written.keys()].at(-1);
    const telling = [...written].filter(([word]) => word === unfinished || !COMMON.has(word));
    return (telling.length ? telling : [...written]).map(([word, asTyped]) => ({
      word,
      written: asTyped,
      or: [...search.forms(asTyped), ...(spellings.has(word) ? [spellings.get(word)] : [])],
      unfinished: word === unfinished,
    }));
  }

  const begins = (term, { word, or }) => term.startsWith(word) || or.some((other) => term.startsWith(other));

  /** Whether an event's date has the phrase: "13 march", "march 2025", "2025-03"; a lone month or year says too little. */
  function isOn({ date, day }, phrase) {
    if (/^\d{4}-\d\d/.test(phrase)) return date.includes(phrase);
    if (!/\d/.test(phrase) || !/[a-z]/.test(phrase)) return false;
    const words = search.words(day);
    return phrase.split(" ").every((one) => words.some((word) => (/\d/.test(one) ? word === one : word.startsWith(one))));
  }

  /** How well a document fits the query, as one of the above; null where only its context has the words. */
  function fit(document, wanted, match) {
    const found = Object.entries(match);
    if (found.every(([, fields]) => fields.every((field) => field === "context"))) return null;
    const phrase = wanted.map(({ word }) => word).join(" ");
    if (document.kind === "event" && isOn(document, phrase)) return DAY;
    if (ON_TOP.has(document.kind)) {
      if (phrasesOf(document).includes(phrase)) return NAME;
      if (phrase.length > 2 && phrasesOf(document).some((name) => name.startsWith(phrase))) return NAME_BEGUN;
    }
    return wanted.every((one) => found.some(([term]) => begins(term, one))) ? WORDS : WRONG_LETTER;
  }

  /** A word for MiniSearch: begun words count from the third letter on, the one being typed from the first. */
  function term(word, unfinished, wrong) {
    const figure = /\d/.test(word);
    return {
      queries: [word],
      prefix: word.length > (unfinished ? 0 : 2) && !(figure && word.length < 3),
      fuzzy: figure ? 0 : wrong(word.length),
    };
  }

  const spec = (wrong) => ({ word, or, unfinished }) => ({
    combineWith: "OR",
    queries: [word, ...or].map((form) => term(form, unfinished, wrong)),
  });

  // Wrong letters forgiven by the length of the word; the second where the first finds nothing.
  const FORGIVEN = [
    (length) => (length < 4 ? 0 : length < 8 ? 1 : 2),
    (length) => (length < 3 ? 0 : length < 6 ? 1 : 2),
  ];

  /** Search for all of the words or any; hits with how they fit, in no order. */
  function hitsOf(documents, index, wanted, combineWith, wrong = FORGIVEN[0]) {
    return index.search({ combineWith, queries: wanted.map(spec(wrong)) }).flatMap(({ id, score, match, queryTerms }) => {
      const document = documents[id];
      const fits = fit(document, wanted, match);
      if (fits === null) return [];
      const missing = wanted.filter(({ word, or }) => ![word, ...or].some((form) => queryTerms.includes(form)));
      const terms = Object.keys(match);
      const meant = terms.filter((term) => wanted.some((one) => begins(term, one)));
      const found = new Set(fits === WRONG_LETTER ? terms : meant);
      return [{ document, fits, score, match, found, missing: missing.map(({ written }) => written), onDay: fits === DAY }];
    });
  }

  /** A wrong letter in a name or a title is likely meant even where others have the word; elsewhere it is not. */
  function withoutGuesses(hits) {
    if (!hits.some(({ fits }) => fits < WRONG_LETTER)) return hits;
    const named = (fields) => fields.includes("title") || fields.includes("names");
    return hits.filter(({ fits, match }) => fits < WRONG_LETTER || Object.values(match).some(named));
  }

  /** Best first; the events of a day in their order of time, which is that of the documents. */
  function rank(hits) {
    const someName = hits.some(({ fits }) => fits === NAME);
    const level = ({ fits }) => (someName && fits === NAME_BEGUN ? WORDS : fits);
    const score = (hit) => (hit.fits === DAY ? 0 : hit.score);
    return hits.sort((a, b) => level(a) - level(b) || score(b) - score(a) || a.document.id - b.document.id);
  }

  function makeFind(documents, index) {
    const spellings = spellingsOf(documents);
    return function find(query) {
      const wanted = queryWords(query, spellings);
      if (!wanted.length) return [];
      for (const wrong of FORGIVEN) {
        const hits = withoutGuesses(hitsOf(documents, index, wanted, "AND", wrong));
        if (hits.length) return rank(hits);
      }
      return rank(hitsOf(documents, index, wanted, "OR").map((hit) => ({ ...hit, fits: SOME_WORDS })));
    };
  }

  async function indexRest(documents, index) {
    for (let from = FIRST; from < documents.length; from += CHUNK) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      index.addAll(documents.slice(from, from + CHUNK));
    }
  }

  async function open(data) {
    const documents = read(data);
    const index = newIndex();
    index.addAll(documents.slice(0, FIRST));
    const engine = { find: makeFind(documents, index), words: data.words, growing: null };
    if (documents.length > FIRST) {
      engine.growing = indexRest(documents, index).then(() => {
        engine.growing = null;
      });
    }
    return engine;
  }

  Object.assign(search, { open });
})((self.chronologySearch ??= {}));
