// The timeline's scale and layout are those of the build: tests/explorer/write_timeline_cases.py wrote the cases.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { layOut } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-layout.js";
import { UNITS, at, dayAt, pieceName, ticks, whole } from "../../site_plugins/chronology/assets/scripts/explorer/timeline-scale.js";

const FOLDER = new URL("timeline-cases/", import.meta.url);
const CASES = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf-8")));
const rounded = (number) => Math.round(number * 1e6) / 1e6 + 0;

for (const dates of CASES) {
  for (const { window: [start, end, width], rows, ...wanted } of dates.shown) {
    const window = { start, end, width };
    const title = `${dates.case}, ${start} to ${end} on ${width} pixels, ${rows} rows`;
    test(`as the build says: ${title}`, () => {
      const { marks, densities, unit } = layOut(dates, dates.first.map((_, index) => index), window, rows);
      assert.deepEqual(ticks(window).map(({ day, label }) => [day, label]), wanted.ticks);
      assert.equal(UNITS.indexOf(unit), wanted.unit);
      assert.deepEqual(
        marks.map(({ index, x, left, right, row, soft }) => [index, ...[x, left, right].map(rounded), row, soft]),
        wanted.marks,
      );
      assert.deepEqual(
        densities.map((one) => [pieceName(unit, one.number), rounded(one.left), rounded(one.right), one.events]),
        wanted.densities,
      );
    });
  }
}

test("no two marks of a row touch, and every event is a mark or counted in a bar", () => {
  for (const dates of CASES) {
    const { first, last } = dates;
    const bounds = [...first, ...last].filter((day) => day !== null);
    const window = whole(Math.min(...bounds), Math.max(...bounds), 700, 5);
    for (const rows of [1, 3, 8]) {
      const { marks, densities } = layOut(dates, first.map((_, index) => index), window, rows);
      const ends = [];
      for (const { left, right, row } of [...marks].sort((one, other) => one.left - other.left)) {
        assert.ok(left >= (ends[row] ?? -Infinity), `${dates.case}: row ${row} at ${left}`);
        ends[row] = right;
      }
      const counted = [...marks.map(({ index }) => index), ...densities.flatMap(({ events }) => events)];
      assert.deepEqual(counted.sort((one, other) => one - other), first.map((_, index) => index), dates.case);
    }
  }
});

test("no sign stands where a bar does", () => {
  for (const dates of CASES) {
    for (const { window: [start, end, width], rows } of dates.shown) {
      const { marks, densities } = layOut(dates, dates.first.map((_, index) => index), { start, end, width }, rows);
      for (const { x, index } of marks) {
        const over = densities.filter(({ left, right }) => left - 4.9 < x && x < right + 4.9);
        assert.deepEqual(over, [], `${dates.case}, ${start} to ${end}: event ${index} at ${x}`);
      }
    }
  }
});

test("a place on the axis is the time that lies there", () => {
  const window = { start: 739_000, end: 739_100, width: 640 };
  assert.equal(at(window, dayAt(window, 123)), 123);
  assert.equal(dayAt(window, 0), 739_000);
});
