// <chronology-map>: the selected events on a map. What the page has in it, a drawing and lists, stays until the map is
// there. `data-src` is the file of the map; without it no place has coordinates, and there is nothing to add.

import { choose, count, figures, make, pointAt } from "./dom.js";
import { Board } from "./map-board.js";
import { elsewhere, layerBoxes, tilesNote, zoomButtons } from "./map-controls.js";
import { eventsAt } from "./map-events.js";
import { statesToShow } from "./map-layers.js";
import { loadLeaflet } from "./map-leaflet.js";
import { whereabouts } from "./map-places.js";
import { boundsOf } from "./periods.js";

export class ChronologyMap extends HTMLElement {
  #data = null;
  #board = null;
  #making = null;
  #state = null;
  #sheet = null;
  #around = null;
  #watching = null;
  #hiddenLayers = new Set();
  #shapes = new Map();
  #withTiles = false;

  connectedCallback() {
    if (this.#state) this.show(this.#state);
  }

  disconnectedCallback() {
    this.#sheet = null;
    this.#watching?.disconnect();
    this.#board?.remove();
    this.#around?.whole.remove();
    this.#board = this.#around = this.#making = null;
    for (const child of this.children) child.removeAttribute("data-out");
  }

  show(state) {
    this.#state = state;
    if (this.hidden || !this.dataset.src) return;
    this.#making ??= this.#make();
    this.#making.then(() => this.#draw()).catch((error) => this.#fail(error));
  }

  point(ids) {
    const { dataset } = this.#state ?? {};
    this.#board?.markPointed(new Set([...ids].map((id) => dataset.indexOf(id))));
  }

  async #make() {
    const [L, data] = await Promise.all([loadLeaflet(), this.#data ?? fetchJson(new URL(this.dataset.src, document.baseURI))]);
    this.#data = data;
    if (!this.isConnected) return;
    this.#around = this.#frame();
    for (const child of this.children) child.toggleAttribute("data-out", true);
    this.prepend(this.#around.whole);
    this.#board = new Board(L, this.#around.map, data, {
      open: (mark) => this.#open(mark),
      point: (events) => pointAt(this, events.map((event) => this.#state.dataset.ids[event])),
    });
    this.#watching = new ResizeObserver(() => this.#around?.map.clientWidth && this.#board?.resized());
    this.#watching.observe(this.#around.map);
  }

  #frame() {
    const map = make("div", { class: "chronology-board", role: "region", "aria-label": "Map" });
    const zooms = zoomButtons({
      nearer: () => this.#board.zoom(1),
      farther: () => this.#board.zoom(-1),
      all: () => this.#board.showAll(),
    });
    const credit = make("p", { class: "chronology-credit" });
    const mapped = make("p", { class: "chronology-mapped" });
    const empty = make("p", { class: "chronology-empty-map" });
    const [layers, tiles, lists] = [make("div"), make("div"), make("div", { class: "chronology-elsewhere" })];
    const stage = make("div", { class: "chronology-map-stage" }, zooms, map, empty);
    stage.addEventListener("keydown", (event) => this.#onKey(event));
    return { whole: make("div", {}, mapped, stage, credit, tiles, layers, lists), stage, map, credit, layers, tiles, lists, mapped, empty };
  }

  #fail(error) {
    console.warn(error);
    this.#making = null;
  }

  // Places -------------------------------------------------------------------------------------------------------------

  #draw() {
    if (!this.#board || this.hidden) return;
    const { dataset, result } = this.#state;
    const found = whereabouts(dataset, result.events, { areas: this.#areas(), regions: new Set(this.#data.regions) });
    const points = found.points.map((spot) => ({ ...spot, at: dataset.places[spot.id].at }));
    this.#close();
    this.#board.show(points, found.areas);
    this.#count(points, found.areas);
    this.#around.lists.replaceChildren(...elsewhere(found, { ...this.#state, choosePlace: (id) => this.#choose([id]) }));
    this.#drawTiles();
    this.#drawLayers();
  }

  /** How many of the selected events the map shows; over an empty map, why it is empty. */
  #count(...shown) {
    const { total } = this.#state.result;
    const mapped = new Set(shown.flat().flatMap(({ events }) => events)).size;
    const { mapped: line, empty } = this.#around;
    line.textContent = total ? `${figures(mapped)} of ${count(total, "event")} on the map` : "";
    empty.textContent = total && !mapped ? "None of these events has a place with coordinates; they are listed below." : "";
  }

  #areas() {
    const outlines = this.#data.features.filter(({ properties }) => properties.kind === "outline");
    return new Set(outlines.map(({ properties }) => properties.place));
  }

  #choose(ids) {
    choose(this, { place: ids && { ids, all: false } });
  }

  /** List a mark's events in a sheet over the map. */
  #open(mark) {
    this.#close();
    const place = mark.spots[0].id;
    const element = eventsAt(mark, this.#state, this, {
      choose: (ids) => this.#choose(ids),
      close: () => this.#close({ focus: true }),
    });
    this.#sheet = { place, element };
    const { across, down } = this.#board.emptySides(mark);
    Object.assign(element.dataset, { across, down });
    this.#around.stage.append(element);
    this.#board.markOpen(place);
    element.focus({ preventScroll: true });
  }

  #close({ focus = false } = {}) {
    if (!this.#sheet) return;
    const { element, place } = this.#sheet;
    const within = element.contains(document.activeElement);
    this.#sheet = null;
    element.remove();
    this.#board.markOpen(null);
    if (focus || within) (this.#board.elementOf(place) ?? this.#around.map).focus({ preventScroll: true });
  }

  #onKey(event) {
    if (event.key !== "Escape" || !this.#sheet) return;
    event.stopPropagation();
    this.#close({ focus: true });
  }

  // Layers and tiles ---------------------------------------------------------------------------------------------------

  #drawLayers() {
    const { from, to } = this.#state.selection;
    const shown = statesToShow(this.#data.layers, from || to ? boundsOf(from, to) : null);
    const toggle = (id, on) => {
      if (on) this.#hiddenLayers.delete(id);
      else this.#hiddenLayers.add(id);
      this.#drawShapes(shown);
    };
    const boxes = layerBoxes(shown, this.#hiddenLayers, toggle);
    this.#around.layers.replaceChildren(...(boxes ? [boxes] : []));
    this.#drawShapes(shown);
  }

  #drawShapes(shown) {
    this.shownLayers = shown;
    shown.forEach(async ({ layer, state }, number) => {
      const wanted = state && !this.#hiddenLayers.has(layer.id);
      const shapes = wanted ? await this.#shapesOf(state.src) : null;
      if (this.shownLayers === shown) this.#board?.setLayer(layer.id, number, shapes);
    });
  }

  #shapesOf(src) {
    if (!this.#shapes.has(src)) {
      const address = new URL((this.#state.root || "./") + src, document.baseURI);
      this.#shapes.set(src, fetchJson(address).catch((error) => (console.warn(error), null)));
    }
    return this.#shapes.get(src);
  }

  #drawTiles() {
    const { tiles, words, borderKm } = this.#data;
    const off = borderKm ? ` Drawn for 1:10,000,000: a border may lie some ${borderKm} km off, and the pale band shows it.` : "";
    this.#around.credit.textContent = this.#withTiles ? "" : words + off;
    if (!tiles) return;
    const toggle = () => {
      this.#withTiles = !this.#withTiles;
      this.#board.setTiles(this.#withTiles ? tiles : null);
      this.#drawTiles();
      this.#around.tiles.querySelector("button").focus();
    };
    this.#around.tiles.replaceChildren(tilesNote(tiles, this.#withTiles, toggle));
  }
}

async function fetchJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
