// Which choices stand beside the active filters: few, from different facets, each of which narrows what is shown.

const WANTED = { standing: 1, type: 2, place: 1, actor: 1, topic: 1 };

/** Choices [{facet, id, label, count}] that leave some of the events and not nearly all; none of facets in use. */
export function usefulChoices(dataset, result, isUsed) {
  const most = Math.floor(result.events.length * 0.8);
  const useful = (number) => number > 0 && number <= most;
  return Object.entries(WANTED).flatMap(([facet, wanted]) => {
    if (isUsed(facet) || !dataset.facets[facet]) return [];
    const found = dataset.facets[facet].choices
      .map(({ id, label }, choice) => ({ facet, id, label, count: result.counts[facet][choice] }))
      .filter((one) => useful(one.count));
    found.sort((a, b) => telling(b) - telling(a) || b.count - a.count);
    return found.slice(0, wanted);
  });
}

/** That something is contested tells more than how often it is not. */
function telling({ facet, id }) {
  return facet === "standing" && id === "contested" ? 1 : 0;
}
