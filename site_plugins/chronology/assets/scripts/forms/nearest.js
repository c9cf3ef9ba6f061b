// The nearest right word to a wrong one: `model/suggest.py` for the browser, with the measure of Python's difflib.

const LONGEST = 80;
const COMPARED = 40;

/** Finds the nearest of many words; made once for a set of words that is asked often. */
export class Suggestions {
  #words;
  #index = null;

  constructor(words) {
    this.#words = [...words].sort();
  }

  nearest(word) {
    if (!word || Array.from(word).length > LONGEST) return null;
    const lowered = word.toLowerCase();
    return closest(lowered, this.#words.length <= COMPARED ? this.#words : this.#sharingTrigrams(lowered), 0.6);
  }

  #sharingTrigrams(word) {
    this.#index ??= indexOf(this.#words);
    const shared = new Map();
    for (const trigram of trigrams(word)) {
      for (const known of this.#index.get(trigram) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
    }
    return [...shared].sort((one, other) => other[1] - one[1]).slice(0, COMPARED).map(([known]) => known);
  }
}

export function nearest(word, words) {
  return new Suggestions(words).nearest(word);
}

export function didYouMean(word, words, otherwise) {
  const found = nearest(word, words);
  return found ? `did you mean '${found}'?` : otherwise;
}

/** A hint that lists the words that may stand: 'write one of a, b, c'. */
export function oneOf(words, most = 12) {
  const known = [...words];
  if (!known.length) return "none is defined yet";
  const more = known.length > most ? ` and ${known.length - most} more` : "";
  return `write ${known.length > 1 ? "one of " : ""}${known.slice(0, most).join(", ")}${more}`;
}

/** The id that a text could be: 'Sudzha retaken' is sudzha-retaken. Null where it has letters that ids have not. */
export function idLike(text) {
  if (/[^\x00-\x7f]/.test(text)) return null;
  const slug = text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return slug.slice(0, 80).replace(/^-+|-+$/g, "") || null;
}

/** The best match at least as like as `cutoff`, or null; of equals the greater, as difflib has it. */
export function closest(word, words, cutoff) {
  let best = null;
  for (const known of words) {
    const like = ratio(known, word);
    if (like >= cutoff && (!best || like > best.like || (like === best.like && known > best.known))) best = { like, known };
  }
  return best?.known ?? null;
}

/** SequenceMatcher.ratio: twice the length of the matching blocks, over the length of both. */
function ratio(one, other) {
  const length = one.length + other.length;
  return length ? (2 * matching(one, 0, one.length, other, 0, other.length)) / length : 1;
}

function matching(one, low, high, other, from, to) {
  let [best, start, there] = [0, low, from];
  let lengths = new Map();
  for (let i = low; i < high; i += 1) {
    const now = new Map();
    for (let j = from; j < to; j += 1) {
      if (one[i] !== other[j]) continue;
      const length = (lengths.get(j - 1) ?? 0) + 1;
      now.set(j, length);
      if (length > best) [best, start, there] = [length, i - length + 1, j - length + 1];
    }
    lengths = now;
  }
  if (!best) return 0;
  return (
    best + matching(one, low, start, other, from, there) + matching(one, start + best, high, other, there + best, to)
  );
}

function indexOf(words) {
  const index = new Map();
  for (const known of words) {
    for (const trigram of trigrams(known)) {
      if (!index.has(trigram)) index.set(trigram, []);
      index.get(trigram).push(known);
    }
  }
  return index;
}

function trigrams(word) {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)));
}
