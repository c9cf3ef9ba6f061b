// All that is wrong with a record, in the check's order and words; each place is complained of once.

import { findingsOf } from "./findings.js";
import { ruleFindings } from "./rules.js";

/** `known` is null until it is loaded: then nothing is said of names. */
export function checkRecord(kind, id, data, field, known) {
  const found = [...findingsOf(data, field), ...ruleFindings(kind, data)];
  const named = known ? [...known.findings(kind, id, data, field)] : [];
  const said = (loc) => found.some((one) => loc.every((step, index) => one.loc[index] === step));
  return [...found, ...named.filter(({ loc }) => !said(loc))];
}
