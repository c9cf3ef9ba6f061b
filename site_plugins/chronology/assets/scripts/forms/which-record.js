// What is being written: a new record, or which one is changed; and the way to another.

import { make } from "../explorer/dom.js";
import { ONE } from "./form-words.js";
import { RecordBox } from "./picker-part.js";

/** `unknown`: an id that was asked for in vain; `there`: the record that is changed, at `address`; `take(record)` goes to another. */
export function whichRecord({ form, kind, unknown, there, address, take }) {
  const one = ONE[kind];
  const a = /^[aeiou]/.test(one) ? "an" : "a";
  const box = there ? null : new RecordBox({ form, names: [kind], label: `Find the ${one} to change`, take });
  return make(
    "div",
    { class: "chronology-which" },
    unknown ? make("p", { class: "chronology-mistake" }, `There is no ${one} “${unknown}” here. Find it below, or add it.`) : null,
    there
      ? make("p", {}, "You are changing ", make("a", { href: address }, there.label), ". ", make("a", { href: location.pathname }, `Add a new ${one} instead`))
      : make("p", {}, `You are adding ${a} ${one}. Or change one that is there:`),
    box?.element,
  );
}
