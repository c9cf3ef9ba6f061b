// What is wrong, all at once, each mistake with a way to its place.

import { button, count, make } from "../explorer/dom.js";
import { capital, entryName, sentence, withCode } from "./form-words.js";

/** The part in which a finding is shown: the deepest at its place, or that of the field that is missing there. */
export function partOf(finding, root) {
  const loc = finding.lacks ? [...finding.loc, finding.lacks] : finding.loc;
  let here = root;
  for (;;) {
    const next = here.within.find((part) => isBefore(part.loc, loc) && (part.loc.length > here.loc.length || part.within.length));
    if (!next || next === here) return here;
    here = next;
  }
}

const isBefore = (one, loc) => one.every((step, index) => loc[index] === step);

/** Tell each part what is wrong in it; return [finding, part] in the order of the form. */
export function distribute(findings, root) {
  const parts = [...root.all()];
  const placed = findings.map((finding) => [finding, partOf(finding, root)]);
  for (const part of parts) part.complain(placed.filter(([, at]) => at === part).map(([finding]) => finding));
  for (const part of parts) part.complained();
  return placed.sort((one, other) => parts.indexOf(one[1]) - parts.indexOf(other[1]));
}

/** The list for the end of the form; `go(number)` leads to the place of a mistake, by its number in the list. */
export function problemList(placed, go) {
  if (!placed.length) return null;
  const items = placed.map(([finding, part], number) =>
    make("li", {}, button({ class: "chronology-quiet-button" }, () => go(number), placeName(part)), " ", ...withCode(sentence(finding))),
  );
  return make("div", { class: "chronology-problem-list" }, make("h3", {}, `${count(placed.length, "thing")} to put right`), make("ul", {}, ...items));
}

/** Where a part is: "Claim 2: Said on". */
function placeName(part) {
  const loc = part.loc;
  const number = loc.findLastIndex((step) => typeof step === "number");
  const entry = number > 0 ? `${capital(entryName(loc[number - 1]))} ${loc[number] + 1}` : "";
  const own = typeof loc.at(-1) === "number" || !loc.length ? "" : part.title;
  return [entry, own].filter(Boolean).join(": ") || "The record";
}
