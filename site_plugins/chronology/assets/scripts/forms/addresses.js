// Web addresses as they are compared: `model/addresses.py` for the browser. tests/forms/cases/addresses.json holds both
// to the same.

const PARTS = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i;
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|igshid|cmpid|at_\w+)$/i;
const ADDRESS = /^(?:https?:\/\/)?[^\s/]+\.[^\s/.]{2,}(?:[/?#]\S*)?$/i;
const TABLE = Array.from({ length: 256 }, (_, number) => {
  let sum = number;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});

/** Whether a text is a web address and not words: its scheme may be left out. */
export const isAddress = (text) => ADDRESS.test(text.trim());

/** What is left of an address when everything is gone that leads to the same page. */
export function plainAddress(address) {
  const [, authority = "", path, query = ""] = PARTS.exec(address.trim());
  const [, name, port] = /^(?:.*@)?(.*?)(?::(\d*))?$/.exec(authority.toLowerCase());
  const shown = port && !["80", "443"].includes(port) ? `:${port}` : "";
  return `${name.replace(/^(?:www|m|amp|mobile)\./, "")}${shown}${path.replace(/\/+$/, "")}?${telling(query)}`;
}

/** The part of a query that tells the page, in the order of its names. */
function telling(query) {
  const kept = [...new URLSearchParams(query)].filter(([name, value]) => value && !TRACKING.test(name));
  kept.sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
  return new URLSearchParams(kept).toString().replaceAll("%7E", "~").replaceAll("*", "%2A");
}

const compare = (one, other) => (one < other ? -1 : Number(one > other));

/** The check sum of the plain address, by which the forms' data names it. */
export function addressSum(address) {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address.trim()) ? address : `https://${address.trim()}`;
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(plainAddress(whole))) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255];
  return (sum ^ 0xffffffff) >>> 0;
}
