// The explorer's data file, read: events in columns, and for each facet its choices and which events have them.
// `pages/explorer_data.py` writes the file; nothing else here knows its form.

import { add, none } from "./bits.js";

const FORMAT = 1;

/** What events are filtered by, in the order in which addresses name it. */
export const FACETS = ["type", "actor", "place", "topic", "standing", "precision", "source", "origins"];

/**
 * The data of the file. Columns are arrays with a value for each event, in order of time: `ids`, `titles`, `when` (the
 * date in words), `first` and `last` (days as numbers; null: open), `shape` (0 a day, 1 a span, 2 an interval), `soft`
 * (1 the start, 2 the end), `reports`, `origins` (how many), `known` (day; null: not dated). `facets` is by name, and
 * `places` those with coordinates, by id: {at: [latitude, longitude], precision}.
 */
export function readDataset(json) {
  if (json.format !== FORMAT) throw new Error(`The data has the format ${json.format}, and ${FORMAT} is read.`);
  const { events } = json;
  const size = events.id.length;
  const numbers = new Map(events.id.map((id, event) => [id, event]));
  const columns = { ...events, origins: originsColumn(events.origins, json.facets.origins.choices) };
  return {
    size,
    ids: events.id,
    titles: events.title,
    when: events.when,
    first: events.first,
    last: events.last,
    earliest: Float64Array.from(events.first, (day) => day ?? -Infinity),
    latest: Float64Array.from(events.last, (day) => day ?? Infinity),
    shape: events.shape,
    soft: events.soft,
    reports: events.reports,
    origins: events.origins,
    known: events.known,
    lastDay: json.lastDay,
    facets: Object.fromEntries(
      FACETS.map((name) => [name, readFacet(name, json.facets[name], columns[name], events.own[name])]),
    ),
    places: json.places,
    indexOf: (id) => numbers.get(id) ?? -1,
  };
}

/**
 * A facet: `many`, whether an event may have several choices; `choices` as {id, label, names}, most frequent first;
 * `index`, the number of each id. `of(event)` gives the numbers of an event's choices; `own(event)` those that it names
 * itself, in its record's order, without what they are members of or lie within; `bits(choice)` the events of a choice.
 */
function readFacet(name, { many, choices }, column, ownCounts) {
  const sets = new Map();
  const of = many ? (event) => column[event] : (event) => (column[event] < 0 ? [] : [column[event]]);
  return {
    name,
    many,
    choices: choices.map(([id, label, names = []]) => ({ id, label, names })),
    index: new Map(choices.map(([id], number) => [id, number])),
    column,
    of,
    own: ownCounts ? (event) => column[event].slice(0, ownCounts[event]) : of,
    bits(choice) {
      if (!sets.has(choice)) sets.set(choice, setOf(column, many, choice));
      return sets.get(choice);
    },
  };
}

function setOf(column, many, choice) {
  const bits = none(column.length);
  column.forEach((value, event) => {
    if (many ? value.includes(choice) : value === choice) add(bits, event);
  });
  return bits;
}

/** The choices "0", "1", "2-" … that hold for each event's number of origins. */
function originsColumn(numbers, choices) {
  const holding = new Map();
  for (const number of new Set(numbers)) {
    holding.set(number, choices.flatMap(([id], choice) => (holds(id, number) ? [choice] : [])));
  }
  return numbers.map((number) => holding.get(number));
}

const holds = (id, number) => (id.endsWith("-") ? number >= parseInt(id, 10) : number === Number(id));
