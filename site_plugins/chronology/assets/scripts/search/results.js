// From what an engine found to what Material's search box shows: titles and texts are HTML there, so everything
// that comes from a record is escaped here. Classes: search.css.
(function (search) {
  "use strict";

  const EXCERPT = 190; // characters
  const BEFORE = 60; // of them before the first word found
  const LIMIT = 200; // pages shown

  function escape(text) {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  }

  /** Curly quotation marks and apostrophes, as on the pages (pages/typography.py). */
  function typeset(text) {
    return text
      .replace(/([\p{L}\p{N}])'/gu, "$1’")
      .replace(/(^|[\s([–—‘/])"/g, "$1“")
      .replaceAll('"', "”");
  }

  /** HTML of a text with the words in `found` (folded) marked; the words as written are added to `seen`. */
  function mark(plain, found, seen) {
    const text = typeset(plain);
    let html = "";
    let from = 0;
    for (const { word, start, end } of search.locate(text)) {
      if (!found.has(word)) continue;
      const written = text.slice(start, end);
      seen.add(written.toLowerCase());
      html += `${escape(text.slice(from, start))}<mark>${escape(written)}</mark>`;
      from = end;
    }
    return html + escape(text.slice(from));
  }

  /** The part of a text around the first word found, cut between words. */
  function excerpt(text, found) {
    if (text.length <= EXCERPT) return text;
    let first = 0;
    for (const { word, start } of search.locate(text)) {
      if (found.has(word)) {
        first = start;
        break;
      }
    }
    const from = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    const cut = text.lastIndexOf(" ", from + EXCERPT);
    const to = from + EXCERPT >= text.length ? text.length : cut > first ? cut : from + EXCERPT;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  }

  /** The names by which a record was found: its own, or those of what it is linked with if its own words do not tell. */
  function spellings({ title, text, names, through }, found) {
    const has = (name) => search.words(name).some((word) => found.has(word));
    if (names.length) {
      const first = names.filter(has);
      return first.concat(names.filter((name) => !first.includes(name))).slice(0, 6).join(", ");
    }
    if (has(title) || has(text)) return "";
    const told = (record) => [record.title, record.names.filter(has).slice(0, 3).join(", ")];
    const lines = through.filter((record) => has(record.title) || record.names.some(has)).map(told);
    return lines.slice(0, 3).map(([name, others]) => (others ? `${name} (${others})` : name)).join("; ");
  }

  /** One result as Material's box takes it. `score` must fall in the order of the page: Enter opens the highest. */
  function item({ document, found, missing, onDay }, score, labels) {
    const seen = new Set();
    const about = [document.label, document.day].filter(Boolean).map((text) => ` · ${mark(text, found, new Set())}`);
    const title = document.by.length ? `${document.by.join(", ")}: ${document.title}` : document.title;
    const paragraph = (text, type) => text && `<p${type ?? ""}>${mark(text, found, seen)}</p>`;
    const asked = document.within && document.within !== document.root ? document.within.title : "";
    return {
      location: document.address,
      title: `<span class="chronology-search__about">${escape(labels[document.kind])}${about.join("")}</span> ${mark(title, found, seen)}`,
      text:
        paragraph(spellings(document, found), ' class="chronology-search__names"') +
        paragraph(asked) +
        paragraph(excerpt(document.text, onDay ? new Set() : found)),
      score,
      terms: Object.fromEntries([...[...seen].map((word) => [word, true]), ...missing.map((word) => [word, false])]),
    };
  }

  /** Hits in order, by the page they stand on; each page with its own document, found or not. */
  function pages(hits) {
    const groups = new Map();
    for (const hit of hits) {
      const root = hit.document.root ?? hit.document;
      if (!groups.has(root)) groups.set(root, []);
      groups.get(root).push(hit);
    }
    return groups;
  }

  /**
   * The items of Material's RESULT message: a list of pages, each a list of results with the page's own among them.
   * `hits`: {document, found: Set of folded words, missing: words of the query, onDay: whether found by its date},
   * best first.
   */
  function items(hits, words) {
    const groups = [...pages(hits)];
    const count = hits.length + groups.length + 1;
    let place = 0;
    const score = () => (count - place++) / 100; // Material compares two decimals
    const list = groups.slice(0, LIMIT).map(([root, group]) => {
      const shown = group.map((hit) => item(hit, score(), words.kinds));
      if (group.some((hit) => hit.document === root)) return shown;
      return [...shown, item({ document: root, found: group[0].found, missing: [] }, score(), words.kinds)];
    });
    const left = groups.length - list.length;
    if (left > 0) list.push([note(words.more.replace("{}", left))]);
    return list;
  }

  /** A result that is a word to the reader; it leads to the first page. */
  function note(text) {
    return { location: "", title: escape(text), text: "", score: 0, terms: {} };
  }

  /** The rest of the word being typed, as Material's `suggest` takes it: the words of the query, the last completed. */
  function suggestion(query, hits) {
    const typed = query.toLowerCase().split(/[\s-]+/).at(-1);
    for (const { document } of typed ? hits.slice(0, 5) : []) {
      for (const [written] of [document.title, ...document.names].join(" ").matchAll(/[\p{L}\p{M}\p{N}’']+/gu)) {
        const word = written.toLowerCase();
        if (word.length > typed.length && word.startsWith(typed)) return [word];
      }
    }
    return [];
  }

  /** The addresses of events that have all words of the query, in themselves or in their questions and claims. */
  function events(hits) {
    const roots = hits.filter(({ missing }) => !missing.length).map(({ document }) => document.root ?? document);
    return [...new Set(roots.filter(({ kind }) => kind === "event").map(({ address }) => address))];
  }

  Object.assign(search, { events, items, note, suggestion });
})((self.chronologySearch ??= {}));
