// Which choices stand beside the active filters: few, from different facets, each of which narrows what is shown.

// A facet named twice has a second choice; on a phone only the first few are shown.
const LINE = 80; // letters that fit beside each other, with the door to all filters
const WANTED = ["standing", "type", "place", "actor", "type", "topic"];

/** Choices [{facet, id, label, count}] that leave some of the events and not nearly all; none of facets in use. */
export function usefulChoices(dataset, result, isUsed) {
  const all = result.events.length;
  const useful = (number) => number > 0 && number <= all * 0.8;
  const best = (facet) => {
    if (isUsed(facet)) return [];
    const found = dataset.facets[facet].choices
      .map(({ id, label }, choice) => ({ facet, id, label, count: result.counts[facet][choice] }))
      .filter((one) => useful(one.count));
    found.sort((a, b) => rank(a, all) - rank(b, all) || b.count - a.count);
    return found;
  };
  const found = Object.fromEntries([...new Set(WANTED)].map((facet) => [facet, best(facet)]));
  return WANTED.map((facet) => found[facet].shift()).filter(Boolean);
}

/** As many of the choices as fit in a line beside what is chosen: their `labels`; two at least. */
export function inLine(choices, labels) {
  let letters = labels.join("").length;
  const fit = choices.findIndex(({ label }) => (letters += label.length) > LINE);
  return fit < 0 ? choices : choices.slice(0, Math.max(2, fit));
}

/** That something is contested tells more than how often it is not; what most events have tells little. */
function rank({ facet, id, count }, all) {
  if (facet === "standing" && id === "contested") return 0;
  return count <= all * 0.4 ? 1 : 2;
}
