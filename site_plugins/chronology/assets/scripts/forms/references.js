// Names between records: every id, vocabulary word and picture that a record names has to be there
// (`records/references.py`).

import { quoted } from "./message-text.js";
import { oneOf, Suggestions } from "./nearest.js";
import { entriesIn, isMapping, mappingIn, stringsIn, textIn } from "./plain-data.js";

const ONE = {
  events: "event", actors: "actor", places: "place", sources: "source", series: "series", topics: "topic", layers: "layer",
}; // prettier-ignore
const PAGELESS = ["layers"];
const KIND_OF = Object.fromEntries(Object.entries(ONE).filter(([kind]) => !PAGELESS.includes(kind)).map(([kind, one]) => [one, kind]));
const LINK = /(?:\]\(|^ {0,3}\[[^\]\n]+\]:)[ \n]*<?([a-z]+:[^\s/>)][^\s>)]*)/gm;
const ELSEWHERE = ["mailto:", "tel:", "geo:"];

/** What records can name: `ids` by kind (a Set each), `vocabularies` and `units` of chronology.yml, `media`. */
export class Known {
  #suggestions = new Map();

  constructor({ ids, vocabularies, units, media, seriesUnits = {}, formerly = {} }) {
    this.ids = ids;
    this.words = { ...vocabularies, units };
    this.media = new Set(media);
    this.seriesUnits = seriesUnits;
    this.formerly = formerly;
  }

  /** Everything that a record of a kind (a folder) and id names, and nobody knows. */
  *findings(kind, id, data, field) {
    for (const { loc, text, shape } of texts(data, field)) yield* this.#ofText(kind, id, loc, text, shape);
    yield* this.#ofFormer(kind, id, data);
    yield* this.#ofUnits(data);
  }

  *#ofText(kind, id, loc, text, shape) {
    if (shape.markdown) {
      for (const target of new Set(linksIn(text))) yield* this.#ofLink(loc, target);
    } else if (shape.listed) {
      const words = Object.keys(this.words[shape.listed] ?? {});
      if (!words.includes(text)) {
        const message = `${quoted(text)} is not one of the \`${shape.listed}\` of chronology.yml`;
        yield { loc, message, hint: this.#hint(`=${shape.listed}`, words, text) };
      }
    } else if (shape.names[0] === "media") {
      if (!this.media.has(text)) {
        yield { loc, message: `there is no picture ${quoted(text)} under content/media`, hint: this.#hint("media", this.media, text) };
      }
    } else yield* this.#ofId(kind, id, loc, text, shape.names);
  }

  *#ofId(kind, id, loc, name, kinds) {
    const there = kinds.filter((one) => this.ids[one]?.has(name));
    if (there.length > 1) {
      const message = `'${name}' is both ${a(there[0])} and ${a(there[1])}`;
      yield { loc, message, hint: "rename one of the two, so that it is clear which is meant" };
    } else if (there[0] === kind && name === id) {
      const message = `the ${ONE[kind]} names itself in '${loc.findLast((step) => typeof step === "string")}'`;
      yield { loc, message, hint: "name another, or remove it" };
    } else if (!there.length) yield this.#unknown(loc, name, kinds);
  }

  #unknown(loc, name, kinds) {
    const message = `there is no ${kinds.map((kind) => ONE[kind]).join(" or ")} ${quoted(name)}`;
    const elsewhere = Object.keys(ONE).find((kind) => !kinds.includes(kind) && this.ids[kind]?.has(name));
    if (elsewhere) return { loc, message, hint: `it is the id of ${a(elsewhere)}` };
    const near = kinds.map((kind) => this.#suggestion(kind, this.ids[kind] ?? []).nearest(name)).find(Boolean);
    const slug = /^[a-zA-Z0-9-]*[a-zA-Z0-9][a-zA-Z0-9-]*$/.test(name) ? name : "ID";
    return { loc, message, hint: near ? `did you mean '${near}'?` : `add content/${kinds[0]}/${slug}.yml, or correct the id` };
  }

  *#ofLink(loc, target) {
    const [one] = target.split(":", 1);
    const name = target.slice(one.length + 1);
    const kind = KIND_OF[one];
    if (!kind) {
      const near = this.#suggestion(":", Object.keys(KIND_OF)).nearest(one);
      const ways = `write one of ${Object.keys(KIND_OF).map((known) => `${known}:`).join(", ")}, or a web address with https://`;
      const hint = near ? `did you mean '${near}:${name}'?` : ways;
      yield { loc, message: `the link ${quoted(target)} leads to no kind of record`, hint };
    } else if (!this.ids[kind]?.has(name)) yield this.#unknown(loc, name, [kind]);
  }

  *#ofFormer(kind, id, data) {
    for (const [number, name] of stringsIn(data, "formerly")) {
      const loc = ["formerly", number];
      const other = this.formerly[kind]?.[name];
      if (this.ids[kind]?.has(name)) {
        const message = `'${name}' is the id of ${name === id ? "this" : "another"} ${ONE[kind]} today`;
        yield { loc, message, hint: "remove it: its address leads there already" };
      } else if (other && other !== id) {
        yield { loc, message: `'${name}' is already an earlier id of '${other}'`, hint: "keep it in one of the two" };
      }
    }
  }

  *#ofUnits(data) {
    for (const [number, question] of entriesIn(data, "questions")) {
      const wanted = this.seriesUnits[textIn(question, "series")];
      for (const [position, claim] of entriesIn(question, "claims")) {
        const given = textIn(claim, "unit");
        if (!wanted || !given || this.#converts(given, wanted)) continue;
        const loc = ["questions", number, "claims", position, "unit"];
        yield { loc, message: `'${given}' does not convert to '${wanted}', the series' unit`, hint: "correct one of them" };
      }
    }
  }

  #converts(given, wanted) {
    const { units } = this.words;
    if (given === wanted || !(given in units) || !(wanted in units)) return true;
    return mappingIn(units, given).to === wanted || mappingIn(units, wanted).to === given;
  }

  #hint(key, words, name) {
    const near = this.#suggestion(key, words).nearest(name);
    if (near) return `did you mean '${near}'?`;
    const known = [...words].sort();
    return known.length || key[0] !== "=" ? oneOf(known) : `none is defined yet; add \`${key.slice(1)}: \` there, with ids and their words`;
  }

  #suggestion(key, words) {
    if (!this.#suggestions.has(key)) this.#suggestions.set(key, new Suggestions(words));
    return this.#suggestions.get(key);
  }
}

const a = (kind) => `${"ae".includes(ONE[kind][0]) ? "an" : "a"} ${ONE[kind]}`;

function linksIn(markdown) {
  return Array.from(markdown.matchAll(LINK), ([, target]) => target).filter((target) => !ELSEWHERE.some((way) => target.startsWith(way)));
}

/** The texts of a record that name something or are Markdown, each with its place. */
function* texts(data, field, loc = []) {
  if (typeof data === "string") {
    const shape = field.kind === "record" && field.shorthand ? field.fields.get(field.shorthand) : field;
    if (shape.kind === "text" && (shape.markdown || shape.listed || shape.names.length)) yield { loc, text: data, shape };
  } else if (Array.isArray(data)) {
    if (field.kind !== "list") return;
    for (const [number, item] of data.entries()) yield* texts(item, field.entry, [...loc, number]);
  } else if (isMapping(data) && (field.kind === "record" || field.kind === "table")) {
    for (const [name, value] of Object.entries(data)) {
      const below = field.entry ?? field.fields.get(name);
      if (below) yield* texts(value, below, [...loc, name]);
    }
  }
}
