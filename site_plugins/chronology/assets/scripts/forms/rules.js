// What a record has to be beyond the types of its fields, as far as it alone can tell: `records/rules.py`, `claims.py`
// and `spans.py`, with their sentences.

import { DateRefusal } from "./date-refusal.js";
import { isWithin, parseDate } from "./dates.js";
import { compareDays, isoformat } from "./days.js";
import { quoted } from "./message-text.js";
import { didYouMean, oneOf } from "./nearest.js";
import { entriesIn, joined, mappingIn, stringsIn, textIn } from "./plain-data.js";

const FIGURES = ["value", "low", "high"];
const FIGURE = /^-?[0-9]{1,40}(\.[0-9]{1,40})?$/;
const UNIQUE = ["places", "actors", "topics", "member_of", "formerly"];

/** Everything in one record that breaks a rule of its kind (the folder: "events"). */
export function* ruleFindings(kind, data) {
  yield* namedTwice(data);
  if (kind === "events") yield* ofEvent(data);
  if (kind === "sources") yield* ofSource(data);
  if (kind === "series") yield* ofSeries(data);
}

function* namedTwice(data) {
  for (const name of UNIQUE) {
    const seen = new Set();
    for (const [number, item] of stringsIn(data, name)) {
      if (seen.has(item)) yield { loc: [name, number], message: `'${item}' is named twice in '${name}'`, hint: "remove one of the two" };
      seen.add(item);
    }
  }
}

function* ofSource(source) {
  if ("url" in source && "without_url" in source) {
    const hint = "keep `url`, or keep the reason why there is none";
    yield { loc: ["without_url"], message: "a source with `url` has no `without_url`", hint };
  } else if (!("url" in source) && !("without_url" in source)) {
    const hint = "add `url: `, or `without_url: ` with the reason why there is none";
    yield { loc: [], lacks: "url", message: "the source has no address", hint };
  }
}

function* ofSeries(series) {
  const files = new Set();
  for (const [number, one] of entriesIn(series, "readings")) {
    const file = textIn(one, "file");
    if (file && files.has(file)) {
      yield { loc: ["readings", number, "file"], message: `the file '${file}' is named twice`, hint: "remove one of the two" };
    }
    if (file) files.add(file);
  }
}

function* ofEvent(event) {
  const questions = entriesIn(event, "questions");
  if (!event.sources?.length && !questions.some(([, question]) => question.claims?.length)) {
    const hint = "add `sources: [id-of-a-source]`, or a question whose claims have theirs";
    yield { loc: [], lacks: "sources", message: "the event has no source", hint };
  }
  if ("zone" in event && !("time" in event)) {
    yield { loc: ["zone"], message: "a zone says nothing without a clock time", hint: "add `time: `, or remove the line" };
  }
  const ids = new Set();
  for (const [number, question] of questions) {
    const own = textIn(question, "id");
    if (own && ids.has(own)) {
      yield { loc: ["questions", number, "id"], message: `another question has the id '${own}'`, hint: "give one of the two another" };
    }
    ids.add(own);
  }
  for (const [number, question] of questions) yield* ofQuestion(question, ["questions", number]);
  yield* ofSpan(event, questions);
}

function* ofQuestion(question, loc) {
  if (!("ask" in question) && !("series" in question)) {
    yield { loc, lacks: "ask", message: "the question asks nothing", hint: "add `ask: ` with the question, or `series: `" };
  }
  if ("about" in question) {
    for (const name of ["answers", "series", "many"]) {
      if (name in question) {
        yield { loc: [...loc, name], message: `a question about the date has no \`${name}\``, hint: "each claim's `answer` is a date" };
      }
    }
  }
  const answers = Object.keys(mappingIn(question, "answers"));
  const claims = entriesIn(question, "claims");
  const ids = new Set();
  for (const [number, claim] of claims) {
    const here = [...loc, "claims", number];
    yield* ofClaimId(claim, here, ids, answers);
    yield* ofSubstance(claim, here);
    yield* ofAnswer(claim, here, question, answers);
    yield* ofFigures(claim, here, "series" in question);
  }
  for (const [number, claim] of claims) yield* ofDenials(claim, [...loc, "claims", number], new Set([...answers, ...ids]));
}

function* ofClaimId(claim, loc, ids, answers) {
  const own = textIn(claim, "id");
  if (own === null) return;
  if (ids.has(own)) yield { loc: [...loc, "id"], message: `another claim has the id '${own}'`, hint: "give one of the two another" };
  else if (answers.includes(own)) {
    yield { loc: [...loc, "id"], message: `the id '${own}' is also an answer`, hint: "give the claim another id" };
  }
  ids.add(own);
}

function* ofSubstance(claim, loc) {
  if (["answer", "says", ...FIGURES].some((name) => name in claim)) return;
  const hint = "add `answer: `, `says: ` or a figure (`value: `, or `low: ` and `high: `)";
  yield { loc, lacks: "says", message: "the claim says nothing", hint };
}

function* ofAnswer(claim, loc, question, answers) {
  const given = joined(claim.answer);
  if (typeof given !== "string") return;
  const here = [...loc, "answer"];
  if (question.about === "date") {
    try {
      parseDate(given);
    } catch (refusal) {
      if (!(refusal instanceof DateRefusal)) throw refusal;
      yield { loc: here, message: refusal.problem, hint: refusal.hint };
    }
  } else if (!answers.length) {
    const hint = "add `answers: {key: words}` to the question, or write what is claimed in `says`";
    yield { loc: here, message: "the question has no answers to choose from", hint };
  } else if (!answers.includes(given)) {
    const hint = didYouMean(given, answers, oneOf(answers));
    yield { loc: here, message: `${quoted(given)} is not one of the question's answers`, hint };
  }
}

function* ofFigures(claim, loc, hasSeries) {
  const given = FIGURES.filter((name) => name in claim);
  if (!given.length) {
    for (const name of ["unit", "comparator"]) {
      if (name in claim) {
        const hint = "add `value: `, or `low: ` and `high: `";
        yield { loc: [...loc, name], message: `\`${name}\` says nothing without a figure`, hint };
      }
    }
    return;
  }
  if (!("unit" in claim) && !hasSeries) {
    const hint = "add `unit: `, or `series: ` to the question";
    yield { loc: [...loc, given[0]], message: "the figure has no unit", hint };
  }
  if ("low" in claim !== "high" in claim) {
    const name = "low" in claim ? "low" : "high";
    const hint = `write both, or \`value: \` with \`comparator: ${name === "low" ? "at-least" : "at-most"}\``;
    yield { loc: [...loc, name], message: "`low` and `high` belong together", hint };
  }
  yield* ofOrder(claim, loc);
}

function* ofOrder(claim, loc) {
  const number = (figure) => (typeof figure === "string" && FIGURE.test(figure) ? Number(figure) : null);
  const [value, low, high] = FIGURES.map((name) => number(claim[name]));
  if (low !== null && high !== null && low > high) {
    yield { loc: [...loc, "low"], message: `low ${claim.low} is more than high ${claim.high}`, hint: "exchange them" };
  } else if (value !== null && ((low !== null && value < low) || (high !== null && value > high))) {
    const message = `the value ${claim.value} lies outside ${claim.low ?? ""} to ${claim.high ?? ""}`;
    yield { loc: [...loc, "value"], message, hint: "write the figures as the source has them, or leave `value` out" };
  }
}

function* ofDenials(claim, loc, known) {
  for (const [number, denied] of stringsIn(claim, "denies")) {
    const here = [...loc, "denies", number];
    if ([textIn(claim, "answer"), textIn(claim, "id")].includes(denied)) {
      yield { loc: here, message: "the claim denies itself", hint: "name another answer, or the id of another claim" };
    } else if (!known.has(denied)) {
      const otherwise = known.size ? oneOf([...known].sort()) : "give the denied claim an id";
      yield { loc: here, message: `${quoted(denied)} is no answer and no claim of this question`, hint: didYouMean(denied, known, otherwise) };
    }
  }
}

function* ofSpan(event, questions) {
  const asked = questions.filter(([, question]) => question.about === "date");
  for (const [number] of asked.slice(1)) {
    const hint = `put its claims under question ${asked[0][0] + 1}`;
    yield { loc: ["questions", number, "about"], message: "another question is already about the date", hint };
  }
  const date = dateOrNull(event.date);
  const claims = asked.flatMap(([, question]) => entriesIn(question, "claims").map(([, claim]) => claim));
  const claimed = claims.filter((claim) => !("withdrawn" in claim)).map((claim) => dateOrNull(claim.answer)).filter(Boolean);
  if (!date || claimed.every((one) => isWithin(one, date.earliest, date.latest))) return;
  const [first, last] = spanOf(claimed);
  const hint = `write ${first || ".."}/${last || ".."} if it lasted, or [${first}..${last}] for a day between`;
  yield { loc: ["date"], message: `the date ${date.text} does not span the dates that are claimed`, hint };
}

function spanOf(dates) {
  const end = (name, sign) => {
    const days = dates.map((date) => date[name]);
    return days.includes(null) ? "" : isoformat(days.reduce((best, day) => (compareDays(day, best) * sign > 0 ? day : best)));
  };
  return [end("earliest", -1), end("latest", 1)];
}

function dateOrNull(value) {
  const text = joined(value);
  try {
    return typeof text === "string" ? parseDate(text) : null;
  } catch {
    return null;
  }
}
