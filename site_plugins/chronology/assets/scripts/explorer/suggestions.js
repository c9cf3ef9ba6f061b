// What the filter box offers while one types: choices of any facet whose label or other name has the words, in any
// script and spelling that search/words.js folds alike.

const MOST = 8;
const MOST_SOURCES = 3; // their titles have many words, and would push all else out
const [WHOLE, BEGINS, HAS, OTHER_NAME] = [0, 1, 2, 3];
/** Of equally good ones, what readers look for first. */
const ORDER = ["place", "actor", "topic", "type", "standing", "source", "precision", "origins"];

/** Every choice with its folded words; made once for a dataset. `words(text)` gives the folded words of a text. */
export function folded(dataset, words) {
  return ORDER.filter((facet) => dataset.facets[facet]).flatMap((facet) =>
    dataset.facets[facet].choices.map(({ id, label, names = [] }, choice) => ({
      facet, choice, id, label,
      label_words: words(label),
      names: names.map((name) => ({ name, words: words(name) })),
    })),
  );
}

/** How well the words of a query fit those of a label: all in any order, each but the last whole; null if they do not. */
export function fit(wanted, has) {
  if (wanted.join(" ") === has.join(" ")) return WHOLE;
  const begun = (word) => has.some((one) => one.startsWith(word));
  if (!wanted.every(begun)) return null;
  return has[0].startsWith(wanted[0]) ? BEGINS : HAS;
}

function match(entry, wanted) {
  const own = entry.label_words.length ? fit(wanted, entry.label_words) : null;
  if (own !== null) return { level: own, name: null };
  const other = entry.names.find(({ words }) => words.length && fit(wanted, words) !== null);
  return other ? { level: fit(wanted, other.words) === WHOLE ? WHOLE : OTHER_NAME, name: other.name } : null;
}

/**
 * The choices that fit, best first: {facet, id, label, name, count}; `name` is the other name that fits, if the label
 * does not. `counts` as in a result; `isChosen(facet, id)` tells what is chosen already.
 */
export function suggest(entries, wanted, counts, isChosen) {
  if (!wanted.length) return [];
  const found = entries
    .filter(({ facet, id }) => !isChosen(facet, id))
    .map((entry) => ({ entry, found: match(entry, wanted) }))
    .filter(({ found }) => found)
    .map(({ entry: { facet, choice, id, label }, found: { level, name } }) => ({
      facet, id, label, name, level, count: counts[facet][choice],
    }))
    .sort((a, b) => !a.count - !b.count || a.level - b.level || ORDER.indexOf(a.facet) - ORDER.indexOf(b.facet) || b.count - a.count);
  const sources = found.filter(({ facet }) => facet === "source").slice(0, MOST_SOURCES);
  return [...found.filter(({ facet }) => facet !== "source").slice(0, MOST - sources.length), ...sources];
}
