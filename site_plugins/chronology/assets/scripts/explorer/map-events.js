// What opens beside a mark: its places, each with its events as links, and a way to show only them in all views.

import { button, count, make } from "./dom.js";
import { markOfEvent } from "./facet-words.js";
import { nameOf } from "./map-places.js";

const MOST = 50; // events that are listed of one place

/** A sheet about a mark, which takes the focus. `choose(ids or null)` sets the place filter; `close` closes it. */
export function eventsAt({ spots, events }, state, from, { choose, close }) {
  const several = spots.length > 1;
  const ids = spots.map(({ id }) => id);
  const places = state.selection.place.ids;
  const chosen = places.length === ids.length && ids.every((id) => places.includes(id));
  return make(
    "div",
    { role: "group", "aria-label": `Events at ${nameOf({ spots })}`, class: "chronology-at", tabindex: "-1" },
    button({ class: "chronology-close", "aria-label": "Close" }, close, "×"),
    several ? make("h2", {}, `${count(ids.length, "place")}, ${count(events.length, "event")}`) : title("h2", spots[0], state),
    button(
      { class: "chronology-quiet-button", "aria-pressed": String(chosen) },
      () => choose(chosen ? null : ids),
      chosen ? "Show events everywhere" : "Show only these",
    ),
    ...spots.map((spot) => make("section", {}, several ? title("h3", spot, state) : null, ...listOf(spot, state, from))),
  );
}

/** A place's name, to its page, which is written as the addresses of events are; and how many events it has. */
function title(level, { id, label, events }, { root, address }) {
  const href = root + address(id).slice(root.length).replace("events/", "places/");
  return make(level, {}, make("a", { href }, label), make("small", {}, count(events.length, "event")));
}

function listOf({ events }, { dataset, selection, address }, from) {
  const known = selection.known ? `?known=${selection.known}` : "";
  const items = events.slice(0, MOST).map((event) => {
    const link = make("a", { href: address(dataset.ids[event]) + known }, dataset.titles[event]);
    return make("li", {}, make("small", {}, dataset.when[event], markOfEvent(from, dataset, event)), link);
  });
  const more = events.length - items.length;
  return [make("ol", {}, ...items), more > 0 ? make("p", {}, `and ${count(more, "more", "more")}`) : null];
}
