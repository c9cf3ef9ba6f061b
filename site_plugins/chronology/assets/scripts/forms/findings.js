// One record against its schema: what is wrong, as the check says it (`records/validate.py`). A finding is
// {loc, message, hint}; `loc` is the way to the value. tests/forms/cases/findings.json holds both to the same sentences.

import { checkZone, timeInWords } from "./clock.js";
import { DateRefusal } from "./date-refusal.js";
import { parseDate } from "./dates.js";
import { lengthOfText, quoted } from "./message-text.js";
import { idLike, nearest, oneOf } from "./nearest.js";
import { isMapping, joined } from "./plain-data.js";

const NUMBER = /^[+-]?[0-9]{1,12}(\.[0-9]{1,12})?$/;
const READ = { date: parseDate, time: timeInWords, zone: checkZone };

/** Everything that is wrong with the fields of a record, in their order. */
export function* findingsOf(data, field, loc = []) {
  if (field.kind === "record") yield* ofRecord(data, field, loc);
  else if (field.kind === "list") yield* ofList(data, field, loc);
  else if (field.kind === "table") yield* ofTable(data, field, loc);
  else yield* ofText(joinedFor(field, data), field, loc);
}

function* ofRecord(data, field, loc) {
  if (field.shorthand && typeof data === "string") {
    yield* findingsOf(data, field.fields.get(field.shorthand), [...loc, field.shorthand]);
    return;
  }
  if (!isMapping(data)) return;
  for (const [name, below] of field.fields) {
    if (name in data) yield* findingsOf(data[name], below, [...loc, name]);
    else if (below.required) yield missing(name, below, loc);
  }
  for (const name of Object.keys(data)) {
    if (field.fields.has(name)) continue;
    const near = nearest(name, field.fields.keys());
    const hint = near ? `did you mean '${near}'?` : `the fields here are ${[...field.fields.keys()].join(", ")}`;
    yield { loc: [...loc, name], message: `unknown field ${quoted(name)}`, hint };
  }
}

function missing(name, { description }, loc) {
  const said = description.replace(/\.$/, "");
  const hint = `add \`${name}: \`${said && ` – ${said.charAt(0).toLowerCase()}${said.slice(1)}`}`;
  return { loc, lacks: name, message: `the field '${name}' is missing`, hint };
}

function* ofList(data, field, loc) {
  if (!Array.isArray(data)) return;
  if (data.length < field.least) yield { loc, message: `${nameOf(loc)} is an empty list`, hint: "name at least one" };
  for (const [number, item] of data.entries()) yield* findingsOf(item, field.entry, [...loc, number]);
}

function* ofTable(data, field, loc) {
  if (!isMapping(data)) return;
  for (const [name, value] of Object.entries(data)) yield* findingsOf(value, field.entry, [...loc, name]);
}

const joinedFor = (field, data) => (["date", "answer"].includes(field.type) ? joined(data) : data);

function* ofText(data, field, loc) {
  if (typeof data !== "string") return;
  if (field.choices) yield* ofChoice(data, field, loc);
  else if (field.type === "truth") {
    if (!["true", "false"].includes(data)) yield notTheForm(data, field, loc);
  } else if (field.type === "number") yield* ofNumber(data, field, loc);
  else if (field.type in READ) yield* ofRead(data, field, loc);
  else yield* ofString(data, field, loc);
}

function* ofChoice(data, { choices }, loc) {
  if (choices.includes(data)) return;
  const near = nearest(data, choices);
  yield { loc, message: `${quoted(data)} cannot stand in '${nameOf(loc)}'`, hint: near ? `did you mean '${near}'?` : oneOf(choices) };
}

function* ofNumber(data, field, loc) {
  if (!NUMBER.test(data)) {
    yield notTheForm(data, field, loc);
    return;
  }
  const number = Number(data);
  const shown = Number.isInteger(number) ? `${number}.0` : String(number);
  const { gt, ge, le } = field.limits;
  const broken = [
    gt !== undefined && number <= gt && `more than ${gt}`,
    ge !== undefined && number < ge && `at least ${ge}`,
    le !== undefined && number > le && `at most ${le}`,
  ].find(Boolean);
  if (broken) yield { loc, message: `${nameOf(loc)} is ${shown}`, hint: `it has to be ${broken}` };
}

function* ofRead(data, field, loc) {
  try {
    READ[field.type](data);
  } catch (refusal) {
    if (!(refusal instanceof DateRefusal)) throw refusal;
    yield { loc, message: refusal.problem, hint: refusal.hint };
  }
}

function* ofString(data, field, loc) {
  const text = field.markdown ? data : data.trim();
  const length = lengthOfText(text);
  if (length < field.least) yield { loc, message: `${nameOf(loc)} is empty`, hint: "write a text or remove the line" };
  else if (length > field.most) {
    const [has, most] = [lengthOfText(data), field.most].map((number) => number.toLocaleString("en-GB"));
    yield { loc, message: `${nameOf(loc)} has ${has} characters`, hint: `${most} are the most` };
  } else if (field.pattern && !field.pattern.test(field.form?.name === "one line of text" ? text : data)) {
    yield notTheForm(data, field, loc);
  }
}

function notTheForm(data, { form }, loc) {
  if (form.name === "one line of text") return { loc, message: `${nameOf(loc)} has a line break in it`, hint: form.hint };
  const id = form.name === "an id" && idLike(data);
  return { loc, message: `${quoted(data)} is not ${form.name}`, hint: id ? `write ${id}` : form.hint };
}

/** What a finding is about: a field, an entry of a field's list, or all of it. */
function nameOf(loc) {
  const field = loc.findLast((step) => typeof step === "string") ?? "the record";
  return !loc.length || loc.at(-1) === field ? field : `an entry of ${field}`;
}
