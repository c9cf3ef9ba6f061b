// What a file that a reader downloads is called: "kursk-2025-03-contested.csv".

import { FACETS } from "./dataset.js";

const LONGEST = 80;

/** A name from the chronology's own and what is selected, without its ending. */
export function fileName(name, selection) {
  const { from, to, words } = selection;
  const period = from === to ? from : from && to ? `${from}-to-${to}` : from ? `from-${from}` : to ? `until-${to}` : null;
  const chosen = FACETS.flatMap((facet) => selection[facet].ids.map((id) => (facet === "origins" ? `origins-${id}` : id)));
  return slug([name, period, ...chosen, words].filter(Boolean).join("-"));
}

function slug(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return plain.slice(0, LONGEST).replace(/^-+|-+$/g, "") || "chronology";
}
