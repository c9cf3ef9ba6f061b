// Measure how long the timeline takes to lay out many events: `node tests/bench/timeline.mjs [20000]`.
// For events over one year, ten, two hundred and a hundred thousand: the whole, and closer to it, the middle of nine runs.

import { layOut } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-layout.js";
import { wholeOf, zoomed } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-period.js";

const SIZE = Number(process.argv[2] ?? 20_000);
const ROWS = 11;

let seed = 1;
const chance = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;

function made(years) {
  const first = Array.from({ length: SIZE }, () => 735_000 + Math.floor(chance() * 365 * years)).sort((one, other) => one - other);
  const shape = first.map(() => (chance() < 0.7 ? 0 : 1 + Math.floor(chance() * 2)));
  const last = first.map((day, event) => (shape[event] ? day + Math.floor(chance() * 60) : day));
  return { first, last, shape, soft: first.map(() => 0), earliest: first, latest: last };
}

for (const years of [1, 10, 200, 100_000]) {
  const dates = made(years);
  const events = dates.first.map((_, event) => event);
  const whole = wholeOf(dates, 1000);
  const measure = (part) => {
    const window = zoomed(whole, whole, part);
    const times = Array.from({ length: 9 }, () => {
      const begin = performance.now();
      layOut(dates, events, window, ROWS);
      return performance.now() - begin;
    }).sort((one, other) => one - other);
    const { marks, densities } = layOut(dates, events, window, ROWS);
    return `${times[4].toFixed(1)} ms, at most ${times[8].toFixed(1)} (${marks.length} marks, ${densities.length} bars)`;
  };
  console.log(`${SIZE} events over ${years} years: whole ${measure(1)}; a tenth ${measure(0.1)}; a thousandth ${measure(0.001)}`);
}
