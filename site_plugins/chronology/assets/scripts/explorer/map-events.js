// What opens beside a mark: its places, each with its events as links, and a way to show only them in all views.

import { button, count, make } from "./dom.js";
import { nameOf } from "./map-places.js";

const MOST = 50; // events that are listed of one place

/** A sheet about a mark, which takes the focus. `choose(place or null)` sets the place filter; `close` closes it. */
export function eventsAt({ spots }, state, { choose, close }) {
  const heading = nameOf({ spots });
  return make(
    "div",
    { role: "group", "aria-label": `Events at ${heading}`, class: "chronology-at", tabindex: "-1" },
    button({ class: "chronology-close", "aria-label": "Close" }, close, "×"),
    ...spots.map((spot) => placeOf(spot, state, choose)),
  );
}

function placeOf(spot, { dataset, selection, root, address }, choose) {
  const chosen = selection.place.ids.includes(spot.id);
  const known = selection.known ? `?known=${selection.known}` : "";
  const events = spot.events.slice(0, MOST).map((event) =>
    make("li", {}, make("small", {}, dataset.when[event]), make("a", { href: address(dataset.ids[event]) + known }, dataset.titles[event])),
  );
  const more = spot.events.length - events.length;
  return make(
    "section",
    {},
    make("h2", {}, make("a", { href: placeAddress(spot.id, root, address) }, spot.label), make("small", {}, count(spot.events.length, "event"))),
    make("ol", {}, ...events),
    more > 0 ? make("p", {}, `and ${count(more, "more", "more")}`) : null,
    button(
      { class: "chronology-quiet-button", "aria-pressed": String(chosen) },
      () => choose(chosen ? null : spot.id),
      chosen ? "Show events everywhere" : "Show only these",
    ),
  );
}

/** The page of a place, written as the addresses of events are. */
function placeAddress(place, root, address) {
  return root + address(place).slice(root.length).replace("events/", "places/");
}
