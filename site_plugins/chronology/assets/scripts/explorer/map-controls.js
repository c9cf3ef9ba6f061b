// What stands around the map: buttons to zoom, the layers, where pictures may come from, and what the map cannot show.

import { button, count, make, stateLink } from "./dom.js";
import { describeLayer } from "./map-layers.js";
import { change } from "./selection.js";

const FIRST = 12; // places that are named at once

/** Buttons over the map. */
export function zoomButtons({ nearer, farther, all }) {
  return make(
    "div",
    { class: "chronology-zooms", role: "group", "aria-label": "Zoom" },
    button({ "aria-label": "Zoom in" }, nearer, "+"),
    button({ "aria-label": "Zoom out" }, farther, "−"),
    button({ class: "chronology-all" }, all, "All"),
  );
}

/** The layers as boxes to tick. `toggle(id, on)`; `hidden` has the ids of those that the reader has taken off. */
export function layerBoxes(shown, hidden, toggle) {
  if (!shown.length) return null;
  const boxes = shown.map((one, number) => {
    const { id, title, caution } = one.layer;
    const box = make("input", { type: "checkbox", checked: !hidden.has(id), disabled: one.state === null });
    box.addEventListener("change", () => toggle(id, box.checked));
    const words = make("span", {}, make("b", {}, title), " ", make("small", {}, describeLayer(one)), caution && make("small", {}, caution));
    return make("li", { class: `chronology-layer-${(number % 6) + 1}` }, make("label", {}, box, make("i", { "aria-hidden": "true" }), words));
  });
  return make("fieldset", { class: "chronology-boxes" }, make("legend", {}, "Layers"), make("ul", {}, ...boxes));
}

/** Before pictures are loaded from elsewhere: who learns what. Afterwards: whom they come from, and the way back. */
export function tilesNote(tiles, on, toggle) {
  const credit = tiles.href ? make("a", { href: tiles.href, rel: "noreferrer" }, tiles.attribution) : tiles.attribution;
  if (on) {
    return make("p", { class: "chronology-tiles" }, "Pictures and borders: ", credit, ". ", button({ class: "chronology-quiet-button" }, toggle, "Back to our own map"));
  }
  return make(
    "p",
    { class: "chronology-tiles" },
    button({ class: "chronology-quiet-button" }, toggle, `Show pictures from ${tiles.name}`),
    ` They come from ${tiles.name}, which then learns your address and which parts of the map you look at.`,
  );
}

/** The selected events that the map does not show: a line with the places that have most, the others to unfold. */
export function elsewhere({ regions, unknown, nowhere }, state) {
  const places = [
    ...regions.map((place) => ({ ...place, words: `Somewhere in ${place.label}` })),
    ...unknown.map((place) => ({ ...place, words: place.label })),
  ];
  const without = nowhere.length ? `${count(nowhere.length, "event")} without a place` : null;
  if (!places.length && !without) return [];
  const line = make("ul", {}, ...places.slice(0, FIRST).map((place) => placeItem(place, state)), without && make("li", {}, without));
  const more = places.slice(FIRST);
  return [
    make("h2", {}, "Not on the map"),
    line,
    more.length
      ? make("details", {}, make("summary", {}, count(more.length, "more place")), make("ul", {}, ...more.map((place) => placeItem(place, state))))
      : null,
  ].filter(Boolean); // prettier-ignore
}

function placeItem({ id, words, events }, state) {
  const href = state.here(change(state.selection, { place: [id] }));
  return make("li", {}, stateLink({ href }, () => state.choosePlace(id), words), " ", make("span", {}, String(events.length), make("span", { class: "chronology-unseen" }, events.length === 1 ? " event" : " events")));
}
