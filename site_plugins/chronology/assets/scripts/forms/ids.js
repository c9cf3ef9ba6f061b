// Ids that are proposed from words: short, without the words that every title has.

const EMPTY = new Set(
  "a an the of to in on at by for from and or is are was were be been has have had it its that this with as says said who what which when where how did do does".split(" "),
);
const MOST = 4;

/** An id for a title or question, or "" where it has no Latin letters. */
export function proposedId(text) {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !EMPTY.has(word));
  return (telling.length ? telling : words).slice(0, MOST).join("-").slice(0, 80);
}
