import assert from "node:assert/strict";
import test from "node:test";
import { DATA, loadSearch } from "./scripts.mjs";

const search = loadSearch();
const { find, words } = await search.open(structuredClone(DATA));

/** Addresses found, best first. */
const found = (query) => Array.from(find(query), ({ document }) => document.address);

/** A name with each of its letters replaced, left out or doubled by another in turn. */
function* wrongLetters(name) {
  for (let at = 0; at < name.length; at++) {
    for (const letter of ["", "q", name[at] + "q"]) yield name.slice(0, at) + letter + name.slice(at + 1);
  }
}

for (const name of ["Sudzha", "sudzha", "Суджа", "СУДЖА", "Sudža", "Sudza", "Sudscha", "Sudja", "Suja", "Suzha", "sudzh", "суд"]) {
  test(`${name} finds Sudzha first, and its events`, () => {
    const addresses = found(name);
    assert.equal(addresses[0], "places/sudzha/");
    assert.ok(addresses.includes("events/sudzha-retaken/"));
    assert.ok(addresses.includes("events/commandant-office/"), "by the place alone");
  });
}

test("one wrong letter still finds", () => {
  for (const name of ["Sudzha", "Суджа", "Sudscha"]) {
    for (const wrong of wrongLetters(name)) assert.ok(found(wrong).includes("places/sudzha/"), wrong);
  }
  for (const wrong of wrongLetters("Syrskyi")) assert.ok(found(wrong).includes("actors/syrskyi/"), wrong);
});

test("Cyrillic finds Latin and Latin finds Cyrillic", () => {
  assert.ok(found("Сырский").includes("actors/syrskyi/"));
  assert.ok(found("Россия").includes("events/sudzha-retaken/") || found("Rossii").includes("sources/realnoe/"));
  assert.equal(found("osvobodili")[0], "sources/realnoe/");
});

test("several words must all fit, the last may be unfinished", () => {
  assert.equal(found("sudzha comm")[0], "events/commandant-office/");
  assert.deepEqual(found("retaken sudz"), ["events/sudzha-retaken/"]);
});

test("common words do not count, unless they are all there is", () => {
  assert.deepEqual(found("the office of the commandant "), found("office commandant "));
  assert.ok(found("in the ").length > 0);
});

test("where no document has all words, those with some are found and say what is missing", () => {
  const hits = find("commandant zebra");
  assert.equal(hits[0].document.address, "events/commandant-office/");
  assert.deepEqual([...hits[0].missing], ["zebra"]);
});

test("dates are found in words and in figures, and publishers by name", () => {
  for (const date of ["13 March 2025", "2025-03-13", "2025-03", "march 2025"]) {
    assert.ok(found(date).includes("events/sudzha-retaken/"), date);
  }
  assert.ok(!found("2024-08-15").includes("events/sudzha-retaken/"));
  assert.equal(found("Realnoe Vremya")[0], "sources/realnoe/");
});

test("the events of a day or a month come first, in their order", () => {
  assert.deepEqual(found("march 2025").slice(0, 2), ["events/sudzha-retaken/", "events/sumy-buildup/"]);
  assert.equal(found("16 mar")[0], "events/sumy-buildup/");
});

test("all spellings of a place find the same, once the place is known by its spelling", () => {
  const byName = found("Sudzha").toSorted();
  for (const spelling of ["Sudscha", "Sudja", "Sudža"]) assert.deepEqual(found(spelling).toSorted(), byName, spelling);
});

test("an exact word comes before a guess", () => {
  const addresses = found("Sumy");
  assert.equal(addresses[0], "places/sumy/");
  assert.equal(addresses[1], "events/sumy-buildup/");
});

test("a claim is found by its claimant and its event's words together, not by its event's words alone", () => {
  assert.ok(found("deepstate retaken").includes("events/sudzha-retaken/#control-1"));
  assert.ok(!found("retaken").includes("events/sudzha-retaken/#control-1"));
});

test("nothing to search for finds nothing", () => {
  for (const query of ["", "  ", "«»", "qxjvw"]) assert.deepEqual(found(query), []);
});

test("the same query gives the same order", () => {
  assert.deepEqual(found("sud"), found("sud"));
});

test("a large chronology answers before all of it is indexed", async () => {
  const many = structuredClone(DATA);
  const source = many.kinds.source;
  for (let number = 0; number < 6000; number++) {
    source.address.push(`sources/s${number}/`);
    source.title.push(`Report ${number} on Berdin`);
    source.label.push("Agency");
    source.date.push(0);
  }
  const engine = await loadSearch().open(many);
  assert.ok(engine.growing);
  assert.equal(engine.find("Sudscha")[0].document.address, "places/sudzha/");
  const early = engine.find("Berdin").length;
  await engine.growing;
  assert.equal(engine.growing, null);
  assert.ok(early < 6000);
  assert.equal(engine.find("Berdin").length, 6000);
});

const items = (query) => search.items(find(query), words);

test("results stand with their page, the best page first, scores falling", () => {
  const list = items("deepstate");
  assert.equal(list[0][0].location, "actors/deepstate/");
  const event = list.find((group) => group.some(({ location }) => location === "events/sudzha-retaken/"));
  assert.ok(event.length > 1, "its claims are with it");
  const scores = Array.from(list.flat(), ({ score }) => Number(score.toFixed(2)));
  assert.deepEqual(scores, scores.toSorted((a, b) => b - a));
  assert.equal(new Set(scores).size, scores.length);
});

test("a claim's page stands with it even if only the claim was found", () => {
  const [group] = items("outskirts");
  assert.deepEqual(Array.from(group, ({ location }) => location), ["events/sudzha-retaken/#control-1", "events/sudzha-retaken/"]);
  assert.match(group[0].title, /Claim · 13 March 2025<\/span> DeepState: Neither in full/);
  assert.match(group[0].text, /^<p>Who held the town\?<\/p><p>Fighting/);
});

test("what comes from records is escaped, what was found is marked", () => {
  const [[event]] = items("troops");
  assert.match(event.title, /&#60;<mark>troops<\/mark>&#62;/);
  assert.ok(!/<(?!\/?(mark|p|span)\b)/.test(event.title + event.text));
  assert.match(items("needs")[0][0].text, /order &#38; meet/);
});

test("an event found by its day is told from its beginning", () => {
  const [[event]] = items("16 march 2025");
  assert.match(event.title, /Event · <mark>16<\/mark> <mark>March<\/mark> <mark>2025<\/mark>/);
  assert.match(event.text, /^<p>Troops gathered/);
});

test("quotation marks and apostrophes are set as on the pages", () => {
  assert.match(items("commandant")[0][0].title, /<mark>commandant’s<\/mark> office/);
});

test("a result says what it is, and when", () => {
  assert.match(items("retaken")[0][0].title, /^<span class="chronology-search__about">Event · Contested · 13 March 2025<\/span> /);
});

test("the excerpt is around what was found", () => {
  const { text } = items("brigade")[0][0];
  assert.match(text, /^<p>… .*<mark>brigade<\/mark>\.<\/p>$/);
  assert.ok(text.length < 260);
});

test("a spelling that led to an event is told", () => {
  const event = items("Sudscha").flat().find(({ location }) => location === "events/commandant-office/");
  assert.match(event.text, /<mark>Sudzha<\/mark> \(.*<mark>Sudscha<\/mark>\)/);
});

test("words found are highlighted on the page as it writes them, words missing are told", () => {
  assert.deepEqual({ ...items("SUDZHA retaken")[0][0].terms }, { retaken: true, sudzha: true });
  assert.equal(items("commandant zebra")[0][0].terms.zebra, false);
});

test("more pages than anyone reads are counted, not listed", () => {
  const document = (number) => ({ kind: "event", address: `${number}/`, title: "x", text: "", names: [], by: [], through: [] });
  const hits = Array.from({ length: 250 }, (_, number) => ({ document: document(number), found: new Set(), missing: [] }));
  const list = search.items(hits, words);
  assert.equal(list.length, 201);
  assert.equal(list[200][0].title, "50 more pages");
});

test("the word being typed is completed", () => {
  assert.deepEqual([...search.suggestion("sudz", find("sudz"))], ["sudzha"]);
  assert.deepEqual([...search.suggestion("", [])], []);
});

test("a wrong letter is one even where it undoubles letters or stands for several Latin ones", () => {
  assert.ok(found("Рубанина").includes("places/rubanshchina/"));
  assert.ok(found("Ggolevka").includes("places/gogolevka/"));
  assert.ok(found("Smy").includes("places/sumy/"), "a short word, where nothing else is found");
});
