import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPTS = new URL("../../site_plugins/chronology/assets/scripts/", import.meta.url);
const load = (name) => import(new URL(`explorer/${name}.js`, SCRIPTS));
const { readDataset } = await load("dataset");
const { filter } = await load("filters");
const { NOTHING, change } = await load("selection");
const { pagesAround } = await load("drawn-list");
const { loosenings, sayCount, saySelection, sayUnknown } = await load("facet-words");
const { fileName } = await load("file-names");
const { marginOf, monthOf } = await load("margins");
const { parsePeriodDate } = await load("periods");
const { datesWithoutYear, readPeriodEntry } = await load("period-entry");
const { embedCode } = await load("share-row");
const { folded, suggest } = await load("suggestions");
const { inLine, usefulChoices } = await load("useful-choices");

const scope = vm.createContext({});
scope.self = scope;
vm.runInContext(readFileSync(new URL("search/words.js", SCRIPTS), "utf8"), scope);
const words = (text) => [...scope.chronologySearch.words(text)];

/** Five events: 13 March 2025, 15 or 16 March, March 2025, 2024, and 2 January 1500. */
const DATASET = readDataset({
  format: 1,
  lastDay: 739_400,
  facets: {
    type: { many: false, choices: [["statement", "Statement"], ["attack", "Attack"]] },
    actor: { many: true, choices: [["russia", "Russia"], ["russia-mod", "Russia’s Defence Ministry", ["Минобороны России"]]] },
    place: { many: true, choices: [["kursk", "Kursk region", ["Курская область"]], ["sudzha", "Sudzha", ["Суджа", "Sudscha"]], ["station", "Sudzha gas station"]] },
    topic: { many: true, choices: [] },
    standing: { many: false, choices: [["agreed", "Agreed"], ["contested", "Contested"]] },
    precision: { many: false, choices: [["day", "To the day"]] },
    source: { many: true, choices: [["one", "Gazette: The end of Sudzha"], ["two", "Gazette: Sudzha again"], ["three", "Post: In Sudzha"], ["four", "Post: Sudzha"]] },
    origins: { many: true, choices: [["1", "1 origin"]] },
  },
  events: {
    id: ["a", "b", "c", "d", "e"],
    title: ["A", "B", "C", "D", "E"],
    when: ["13 March 2025", "15 or 16 March 2025", "March 2025", "2024", "2 January 1500"],
    first: [739_323, 739_325, 739_311, 738_886, 547_500],
    last: [739_323, 739_326, 739_341, 739_251, 547_500],
    shape: [0, 1, 1, 1, 0],
    soft: [0, 0, 0, 0, 0],
    reports: [1, 1, 1, 1, 1],
    known: [null, null, null, null, null],
    type: [0, 0, 0, 1, -1],
    actor: [[1, 0], [0], [], [], []],
    place: [[1, 0], [0], [0], [0], [2, 1, 0]],
    topic: [[], [], [], [], []],
    standing: [0, 0, 0, 1, 0],
    precision: [0, 0, 0, 0, 0],
    source: [[0, 1, 2, 3], [], [], [], []],
    origins: [1, 1, 1, 1, 1],
    own: { actor: [1, 1, 0, 0, 0], place: [1, 1, 1, 1, 1] },
  },
  places: {},
});
const ENTRIES = folded(DATASET, words);
const all = filter(DATASET, NOTHING);
const offered = (text, isChosen = () => false) => suggest(ENTRIES, words(text), all.counts, isChosen);
const named = (found) => found.map(({ facet, id }) => `${facet}:${id}`);

test("every script and spelling of a name offers its choice, and says by which name", () => {
  for (const text of ["Sudzha", "sudz", "Суджа", "СУДЖА", "Sudscha"]) assert.equal(named(offered(text))[0], "place:sudzha", text);
  assert.equal(offered("Sudscha")[0].name, "Sudscha");
  assert.equal(offered("sudzha")[0].name, null);
  assert.equal(offered("минобороны")[0].id, "russia-mod");
});

test("all typed words must begin words of one name", () => {
  assert.deepEqual(named(offered("defence rus")), ["actor:russia-mod"]);
  assert.deepEqual(named(offered("defence sudzha")), []);
});

test("whole names come first, then what begins so; few sources, and last", () => {
  assert.deepEqual(named(offered("sudzha")), ["place:sudzha", "place:station", "source:one", "source:two", "source:three"]);
});

test("what is chosen is not offered again, and what leaves nothing comes last", () => {
  assert.ok(!named(offered("sudzha", (_, id) => id === "sudzha")).includes("place:sudzha"));
  const one = filter(DATASET, change(NOTHING, { type: ["attack"] }));
  assert.deepEqual(suggest(ENTRIES, words("k"), one.counts, () => false).map(({ count }) => count), [1]);
  assert.equal(suggest(ENTRIES, words("russia"), one.counts, () => false)[0].count, 0);
});

test("useful choices narrow: of several facets, none that nearly all events have, none of a facet in use", () => {
  const found = usefulChoices(DATASET, all, () => false);
  assert.deepEqual(named(found), ["standing:contested", "type:attack", "place:sudzha", "actor:russia", "type:statement"]);
  assert.deepEqual(named(usefulChoices(DATASET, all, (facet) => facet === "type")), ["standing:contested", "place:sudzha", "actor:russia"]);
});

test("as many useful choices are shown as fit in a line beside what is chosen, two at least", () => {
  const choices = ["a".repeat(30), "b".repeat(30), "c".repeat(30)].map((label) => ({ label }));
  assert.equal(inLine(choices, []).length, 2);
  assert.equal(inLine(choices.slice(0, 2), []).length, 2);
  assert.equal(inLine(choices, ["x".repeat(70)]).length, 2);
  assert.equal(inLine([{ label: "a" }, { label: "b" }, { label: "c" }], ["x"]).length, 3);
});

for (const [text, date] of Object.entries({
  "2025": "2025", "2025-03": "2025-03", "2025-03-13": "2025-03-13", "2025-3-5": "2025-03-05", "2025/03/13": "2025-03-13",
  "13 March 2025": "2025-03-13", "13 mar 2025": "2025-03-13", "13. March 2025": "2025-03-13", "13th March, 2025": "2025-03-13",
  "March 13, 2025": "2025-03-13", "Sept. 2024": "2024-09", "March 2025": "2025-03", " march  2025 ": "2025-03",
  "44 BC": "-0043", "15 March 44 BC": "-0043-03-15", "AD 79": "0079", "79": "0079", "17,000 BC": "Y-17000", "17,001 BC": "Y-17000", "17,051 BC": "Y-17050", "4,540 million BC": "Y-4540000000", "Y-17000": "Y-17000",
  "-0043": "-0043",
})) {
  test(`“${text}” is ${date}`, () => assert.equal(readPeriodEntry(text), date));
}

test("what is no date is none", () => {
  for (const text of ["", "soon", "30 February 2025", "2025-13", "13 Marz 2025", "March", "13/03/2025", "0 BC"]) {
    assert.equal(readPeriodEntry(text), null, text);
  }
});

test("files are named by the chronology and what is selected", () => {
  assert.equal(fileName("Kursk", NOTHING), "kursk");
  const month = change(NOTHING, { from: "2025-03", to: "2025-03", standing: ["contested"] });
  assert.equal(fileName("Kursk", month), "kursk-2025-03-contested");
  assert.equal(fileName("Kursk", change(NOTHING, { from: "2025-03", words: "“end” of Sudža/" })), "kursk-from-2025-03-end-of-sudza");
  assert.equal(fileName("Kursk", change(NOTHING, { to: "-0043", origins: ["2-"] })), "kursk-until-0043-origins-2");
  assert.equal(fileName("", NOTHING), "chronology");
  assert.ok(fileName("Kursk", change(NOTHING, { words: "long ".repeat(60) })).length <= 80);
});

test("the margin has a certain day as a numeral, and other dates in words", () => {
  assert.deepEqual(marginOf(DATASET, 0), { numeral: "13", lines: ["Thursday", "13 March 2025"] });
  assert.deepEqual(marginOf(DATASET, 1), { numeral: "15 or 16 March 2025", lines: [] });
  assert.equal(marginOf(DATASET, 4).lines.length, 1, "no weekday before the Gregorian calendar");
  assert.deepEqual([0, 1, 2, 3].map((event) => monthOf(DATASET, event)), ["March 2025", "March 2025", "March 2025", "2024"]);
});

test("counts, selections and what was left out are told in words", () => {
  assert.equal(sayCount(12, 76), "12 of 76 events");
  assert.equal(sayCount(1, 1), "1 event");
  assert.equal(saySelection(change(NOTHING, { place: ["sudzha"], from: "2025-03", to: "2025-03" }), DATASET), "Sudzha; March 2025");
  assert.equal(sayUnknown({ parameter: "actor", value: "x", why: "no-choice" }), "There is no actor “x” here; shown without it.");
  assert.equal(sayUnknown({ parameter: "from", value: "soon", why: "no-date" }), "“soon” is no date that a period can begin with; shown without it.");
  assert.equal(sayUnknown({ parameter: "to", value: "soon", why: "no-date" }), "“soon” is no date that a period can end with; shown without it.");
  assert.equal(sayUnknown({ parameter: "to", value: "2024", why: "ends-before-beginning" }), "The period would end before it begins; shown without its end.");
  assert.equal(sayUnknown({ parameter: "view", value: "globe", why: "no-option" }), "There is no view “globe”; shown without it.");
});

test("an empty result names what to loosen, best first, and nothing that would not help", () => {
  const selection = change(NOTHING, { type: ["attack"], actor: ["russia"], from: "2024", to: "2024" });
  const found = loosenings(filter(DATASET, selection), selection, DATASET);
  assert.deepEqual(found.map(({ words, total }) => [words, total]), [["Without “Russia”", 1]]);
  const certain = change(NOTHING, { place: ["kursk"], type: ["statement"], from: "2025-03-14", to: "2025-03-15", within: "certainly" });
  const other = loosenings(filter(DATASET, certain), certain, DATASET);
  assert.ok(other.some(({ words }) => words === "Also what is only possibly within the period"));
});

test("a pager shows the ends and what is near", () => {
  assert.deepEqual(pagesAround(1, 3), [1, 2, 3]);
  assert.deepEqual(pagesAround(6, 50), [1, null, 4, 5, 6, 7, 8, null, 50]);
});

test("the code of a frame is HTML, whatever is selected", () => {
  const code = embedCode("https://example.org/embed/?type=a&q=%22", 'Kursk: “a” & "b" <c>');
  assert.equal(code, '<iframe src="https://example.org/embed/?type=a&amp;q=%22" title="Kursk: “a” &amp; &quot;b&quot; &lt;c>" width="100%" height="600" loading="lazy" style="border:0;max-height:90vh"></iframe><script src="https://example.org/embed.js" async></script>');
  assert.match(embedCode("https://example.org/a/embed.html", "A"), /<script src="https:\/\/example.org\/a\/embed.js" async>/);
});

test("a date without its year is offered for the years that have events then", () => {
  const day = (text) => parsePeriodDate(text).first;
  const first = [null, day("-0043-03-15"), day("2024-08-06"), day("2025-03-12"), day("2025-03-13")];
  assert.deepEqual(datesWithoutYear("March", first), [{ date: "-0043-03", count: 1 }, { date: "2025-03", count: 2 }]);
  assert.deepEqual(datesWithoutYear("13 march", first), [{ date: "2025-03-13", count: 1 }]);
  for (const text of ["June", "Sudzha", "ad", "31 June", "March 2025"]) assert.deepEqual(datesWithoutYear(text, first), [], text);
});
