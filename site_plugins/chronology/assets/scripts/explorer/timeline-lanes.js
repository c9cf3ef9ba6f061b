// Lanes of the timeline: the events of each type, topic or actor for itself. Nothing here knows a page.

const MOST = 6;

/**
 * The lanes of a facet, [{label, has(event)}]: its most frequent choices among `events`, and "Others" for events that
 * have none of these. An event with several choices is in several lanes. Without a facet, one lane without a name.
 */
export function lanesOf(facet, events) {
  if (!facet) return [{ label: null, has: () => true }];
  const counts = new Uint32Array(facet.choices.length);
  for (const event of events) for (const choice of facet.own(event)) counts[choice] += 1;
  const ranked = facet.choices.map((_, choice) => choice).filter((choice) => counts[choice] > 0);
  ranked.sort((one, other) => counts[other] - counts[one] || one - other);
  const kept = ranked.slice(0, ranked.length === MOST + 1 ? ranked.length : MOST);
  const lanes = kept.map((choice) => ({
    label: facet.choices[choice].label,
    has: (event) => facet.own(event).includes(choice),
  }));
  const named = new Set(kept);
  const isOther = (event) => !facet.own(event).some((choice) => named.has(choice));
  return events.some(isOther) ? [...lanes, { label: "Others", has: isOther }] : lanes;
}
