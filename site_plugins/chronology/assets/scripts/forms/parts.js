// Which part a field of the schema gets.

import { EntriesPart } from "./entries-part.js";
import { FieldsPart, OptionalPart } from "./fields-part.js";
import { ManyPickerPart, OnePickerPart, UsesPart } from "./picker-part.js";
import { TablePart } from "./table-part.js";
import { AnswerPart, ChoicePart, FlagPart, LinesPart, ReadPart, TextPart, TruthPart } from "./text-part.js";

/** The part of a field, built. `bare`: of an entry or optional group, without a frame of its own. */
export function makePart(options) {
  const part = new (classOf(options.field, options.bare))(options);
  part.build();
  return part;
}

function classOf(field, bare) {
  if (field.kind === "record") return bare ? FieldsPart : OptionalPart;
  if (field.kind === "table") return TablePart;
  return field.kind === "list" ? classOfList(field) : classOfText(field);
}

function classOfList({ entry }) {
  if (entry.kind === "record") return entry.shorthand === "source" ? UsesPart : EntriesPart;
  return isPicked(entry) ? ManyPickerPart : LinesPart;
}

function classOfText(field) {
  if (isPicked(field)) return OnePickerPart;
  if (field.type === "truth") return TruthPart;
  if (field.type === "answer") return AnswerPart;
  if (field.type === "date" || field.type === "time") return ReadPart;
  if (field.listed) return ChoicePart;
  if (field.choices) return field.choices.length === 1 ? FlagPart : ChoicePart;
  return TextPart;
}

const isPicked = ({ names = [] }) => names.length > 0 && names[0] !== "media";
