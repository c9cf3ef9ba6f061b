// Which points of a figure belong to what is selected, and the words about figures that have none. No DOM here.

import { boundsOf, parsePeriodDate } from "./periods.js";
import { isNothing, NOTHING } from "./selection.js";

/**
 * How to show a point: "shown", "dimmed", or "hidden" where it was not public yet on the day that is asked for.
 * `point` is {event: id or null, first, last, since}; first and last are ordinals, null where they are open; since is
 * a day. A claim's point is shown with its event. A reading belongs to no event, so it is shown for a period, and not
 * where events are chosen by anything else.
 */
export function standingOf(point, { dataset, selection, result }) {
  if (isLater(point.since, selection.known)) return "hidden";
  if (point.event !== null) return result.has(dataset.indexOf(point.event)) ? "shown" : "dimmed";
  return onlyPeriod(selection) && isWithin(point, selection) ? "shown" : "dimmed";
}

const onlyPeriod = (selection) => isNothing({ ...selection, from: null, to: null });

function isLater(since, known) {
  if (!since || !known) return false;
  return parsePeriodDate(since).first > parsePeriodDate(known).last;
}

function isWithin({ first, last }, { from, to, within }) {
  if (!from && !to) return true;
  const [begins, ends] = boundsOf(from, to);
  const [earliest, latest] = [first ?? -Infinity, last ?? Infinity];
  return within === "certainly" ? earliest >= begins && latest <= ends : earliest <= ends && latest >= begins;
}

/** What an element of a point tells of it, from its data attributes. */
export function readPoint({ claim, days, since }) {
  const [first, last] = (days ?? " ").split(" ").map((day) => (day === "" ? null : Number(day)));
  return { event: claim ? claim.slice(0, claim.indexOf("#")) : null, first, last, since: since ?? null };
}

/** The words where no figure has a point that is selected. */
export function nothingFound(selection) {
  if (onlyPeriod(selection) && selection.known === NOTHING.known) return "No figure has a point in this period.";
  return "No figure has a point among these events.";
}

/** An attribute's value with the ids that it names under another name; null where it names none. */
export function renamed(name, value, prefix) {
  if (name === "id") return prefix + value;
  if (name === "aria-labelledby" || name === "aria-describedby") return value.trim().split(/\s+/).map((id) => prefix + id).join(" ");
  if (name === "href") return value.startsWith("#") ? `#${prefix}${value.slice(1)}` : null;
  return value.includes("url(#") ? value.replaceAll("url(#", `url(#${prefix}`) : null;
}
