// Sets of events as bits, 32 to a number: what filters are made of.

/** The empty set among so many events. */
export const none = (size) => new Uint32Array(Math.ceil(size / 32));

/** All of so many events. */
export function all(size) {
  const bits = none(size).fill(0xffffffff);
  if (size % 32) bits[bits.length - 1] = 2 ** (size % 32) - 1;
  return bits;
}

/** Put an event into a set. */
export function add(bits, event) {
  bits[event >>> 5] |= 1 << (event & 31);
}

/** Whether an event is in a set. */
export const has = (bits, event) => ((bits[event >>> 5] >>> (event & 31)) & 1) === 1;

/** What is in every one of the sets; all of `size` events where there is none. */
export function intersect(sets, size) {
  const [first, ...others] = sets;
  if (!first) return all(size);
  const bits = first.slice();
  for (const other of others) for (let at = 0; at < bits.length; at += 1) bits[at] &= other[at];
  return bits;
}

/** What is in at least one of the sets. */
export function unite(sets, size) {
  const bits = none(size);
  for (const other of sets) for (let at = 0; at < bits.length; at += 1) bits[at] |= other[at];
  return bits;
}

/** The events of a set, in order. */
export function members(bits) {
  const found = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let left = bits[at]; left !== 0; left &= left - 1) found.push(at * 32 + 31 - Math.clz32(left & -left));
  }
  return found;
}

/** How many events a set has. */
export function count(bits) {
  let sum = 0;
  for (let at = 0; at < bits.length; at += 1) {
    // The bits of a number counted side by side: pairs, then fours, then bytes ("Hacker's Delight", 5-1).
    let left = bits[at];
    left -= (left >>> 1) & 0x55555555;
    left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
    sum += Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}
