// Where on a map the selected events are, and which marks and names there is room for. Nothing here knows a page.
// model/whereabouts.py has the same rule for the map that needs no scripts; tests/maps/whereabouts.json holds both to it.

/** The precisions of coordinates that are those of a point: a region is never one. */
const POINTS = ["exact", "settlement"];

const LETTER = 6.6; // pixels of a letter of a name, on the average
const SMALLEST = 24; // pixels that a finger finds
const GREATEST = 56;

/**
 * Events by place, those with most events first: {points, areas, regions, unknown} as [{id, label, events}], and
 * `nowhere`, the events without a place. `areas` are ids of places with an outline, `regions` of those that hold others.
 * An event with several places is at each that the map shows; one that it shows nowhere is at each of its places.
 */
export function whereabouts(dataset, events, { areas, regions }) {
  const { own, choices } = dataset.facets.place;
  const found = { points: new Map(), areas: new Map(), regions: new Map(), unknown: new Map() };
  const nowhere = [];
  const put = (group, choice, event) => {
    if (!found[group].has(choice)) found[group].set(choice, []);
    found[group].get(choice).push(event);
  };
  const groupOf = (id) => {
    if (POINTS.includes(dataset.places[id]?.precision)) return "points";
    return areas.has(id) ? "areas" : null;
  };
  for (const event of events) {
    const places = own(event);
    const shown = places.filter((choice) => groupOf(choices[choice].id));
    for (const choice of shown) put(groupOf(choices[choice].id), choice, event);
    if (!shown.length) for (const choice of places) put(regions.has(choices[choice].id) ? "regions" : "unknown", choice, event);
    if (!places.length) nowhere.push(event);
  }
  const sorted = (group) =>
    [...group]
      .map(([choice, some]) => ({ id: choices[choice].id, label: choices[choice].label, events: some }))
      .sort((one, other) => other.events.length - one.events.length || compare(one.label, other.label));
  return { ...Object.fromEntries(Object.entries(found).map(([name, group]) => [name, sorted(group)])), nowhere };
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The width of a place's mark in pixels: its area grows with the number of events. */
export function sizeOf(events) {
  return Math.min(GREATEST, Math.max(SMALLEST, Math.round(20 + 4.5 * Math.sqrt(events))));
}

/**
 * Marks for spots [{id, label, events, x, y}], most events first: a spot whose mark would touch a greater one joins
 * it. A mark is {spots, events, size, x, y}, its events each once and in order.
 */
export function gather(spots) {
  const marks = [];
  for (const spot of spots) {
    const size = sizeOf(spot.events.length);
    const near = marks.find((mark) => Math.hypot(mark.x - spot.x, mark.y - spot.y) < (mark.size + size) / 2);
    if (near) near.spots.push(spot);
    else marks.push({ spots: [spot], x: spot.x, y: spot.y, size });
  }
  for (const mark of marks) {
    mark.events = [...new Set(mark.spots.flatMap((spot) => spot.events))].sort((one, other) => one - other);
  }
  return marks;
}

/** What a mark is called: "Sudzha", or "Sudzha and 2 more". */
export function nameOf({ spots }) {
  return spots.length === 1 ? spots[0].label : `${spots[0].label} and ${spots.length - 1} more`;
}

/**
 * On which side of each mark its name has room, "right", "left", "above" or "below", or null; within what is seen, and
 * beside the names of areas [{label, x, y}], which have the number of their events after them.
 */
export function sidesOf(marks, [leftmost, rightmost] = [-Infinity, Infinity], areas = []) {
  const around = (x, y, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  const taken = marks.map(({ x, y, size }) => around(x, y, size, size));
  for (const { label, x, y } of areas) taken.push(around(x, y, (label.length + 4) * LETTER + 12, 24));
  return marks.map((mark) => {
    const seen = mark.x >= leftmost && mark.x <= rightmost;
    for (const [side, box] of boxesAround(mark)) {
      const cut = seen && (box[0] < leftmost || box[2] > rightmost);
      if (cut || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return side;
    }
    return null;
  });
}

/** Where a mark's name may stand: [side, [left, top, right, bottom]]. */
function boxesAround(mark) {
  const { x, y } = mark;
  const long = nameOf(mark).length * LETTER + 6;
  const half = mark.size / 2;
  return [
    ["right", [x + half + 1, y - 9, x + half + long, y + 9]],
    ["left", [x - half - long, y - 9, x - half - 1, y + 9]],
    ["above", [x - long / 2, y - half - 17, x + long / 2, y - half - 1]],
    ["below", [x - long / 2, y + half + 1, x + long / 2, y + half + 17]],
  ];
}

const meet = ([left, top, right, bottom], [l, t, r, b]) => left < r && l < right && top < b && t < bottom;
