// The map itself, drawn with Leaflet: the base map, marks, outlines, layers, and pictures from elsewhere once allowed.

import { button, count, figures, make } from "./dom.js";
import { gather, nameOf, sidesOf } from "./map-places.js";

const ANSWERS = 6; // colours that layers take turns in
const KM_PER_DEGREE = 111.32;
const ZOOM_STEP = 0.25;
const DEEPEST = 13;
const MANY = 500; // places of which only those near what is seen are drawn
const NEARER = 2; // zooms from all of the map to a single place: how much its base map tells
const AROUND = [70, 36]; // pixels for the marks and names of what lies at the edge

export class Board {
  #L;
  #map;
  #base;
  #zones = [];
  #marks;
  #reaches;
  #layers = new Map();
  #tiles = null;
  #drawn = [];
  #areas = [];
  #pointed = new Set();
  #openPlace = null;
  #extent = null; // of the places that are shown
  #isHeld = false; // the reader has moved the map: it stays where it is
  #data;
  #ends = new AbortController();

  /** `open(mark)` is called when the reader chooses a mark, `point(events)` when one is pointed at. */
  constructor(L, container, data, { open, point }) {
    this.#L = L;
    this.#data = data;
    this.open = open;
    this.point = point;
    this.#map = this.#make(container);
    this.#base = L.layerGroup().addTo(this.#map);
    this.#drawBase();
    this.#reaches = L.layerGroup().addTo(this.#map);
    this.#marks = L.layerGroup().addTo(this.#map);
    this.#map.on("zoomend", () => this.#redraw());
    this.#map.on("moveend", () => this.points?.length > MANY && this.#redraw());
    this.showAll({ animate: false });
    this.#limit();
    this.#tameWheel(container);
    container.addEventListener("pointerdown", () => (this.#isHeld = true), { signal: this.#ends.signal });
  }

  get map() {
    return this.#map;
  }

  remove() {
    this.#ends.abort();
    this.#map.remove();
  }

  #make(container) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const fingers = matchMedia("(pointer: coarse)").matches;
    return this.#L.map(container, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      // One finger scrolls the page; two move and zoom the map.
      dragging: !fingers,
      zoomSnap: ZOOM_STEP,
      zoomDelta: 1,
      maxZoom: DEEPEST,
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
      inertia: !still,
      renderer: this.#L.svg({ padding: 0.5 }),
    });
  }

  #bounds([west, south, east, north]) {
    return this.#L.latLngBounds([south, west], [north, east]);
  }

  /** Nothing lies beyond the base map: the reader stays on it. */
  #limit() {
    const bounds = this.#bounds(this.#data.bbox);
    this.#map.setMinZoom(this.#map.getBoundsZoom(bounds, true));
    this.#map.setMaxBounds(bounds);
  }

  /** Show every place of the selection; where it has none, all that the map is about. */
  showAll({ animate = true } = {}) {
    const whole = this.#bounds(this.#data.view);
    const maxZoom = this.#map.getBoundsZoom(whole) + NEARER;
    if (this.#extent?.isValid()) this.#map.fitBounds(this.#extent, { animate, maxZoom, padding: AROUND });
    else this.#map.fitBounds(whole, { animate });
    this.#isHeld = false;
  }

  zoom(steps) {
    this.#isHeld = true;
    this.#map.setZoom(this.#map.getZoom() + steps);
  }

  resized() {
    this.#map.invalidateSize({ animate: false });
    this.#map.setMinZoom(0);
    this.#limit();
  }

  /** The wheel scrolls the page, and zooms with Ctrl, or once the reader has gone into the map. */
  #tameWheel(container) {
    const { signal } = this.#ends;
    const wheel = this.#map.scrollWheelZoom;
    const withKey = (event) => {
      const zooms = event.ctrlKey || container.contains(document.activeElement);
      wheel[zooms ? "enable" : "disable"]();
      this.#isHeld ||= zooms;
    };
    container.addEventListener("wheel", withKey, { capture: true, passive: false, signal }); // not passive: Leaflet may cancel it
    container.addEventListener("pointerleave", () => wheel.disable(), { signal });
  }

  // The base map -------------------------------------------------------------------------------------------------------

  #drawBase() {
    const L = this.#L;
    const all = (kind) => this.#data.features.filter(({ properties }) => properties.kind === kind);
    const quiet = { interactive: false, smoothFactor: 0.5 };
    for (const feature of all("land")) {
      L.polygon(swapped(feature.geometry.coordinates), { ...quiet, className: "chronology-land" }).addTo(this.#base);
    }
    const borders = all("border").map((feature) => swapped(feature.geometry.coordinates));
    this.#zones = borders.map((line) => L.polyline(line, { ...quiet, className: "chronology-zone" }).addTo(this.#base));
    for (const line of borders) L.polyline(line, { ...quiet, className: "chronology-border" }).addTo(this.#base);
    for (const { properties, geometry } of all("country")) {
      const icon = L.divIcon({ className: "chronology-country", html: make("span", {}, properties.name), iconSize: [0, 0] });
      L.marker(swapped(geometry.coordinates), { icon, interactive: false, keyboard: false, alt: "" }).addTo(this.#base);
    }
  }

  /** A border may lie some kilometres off: its zone is as wide on the ground at every zoom. */
  #widenZones() {
    const { lat } = this.#map.getCenter();
    const perDegree = (256 * 2 ** this.#map.getZoom()) / 360;
    const width = (2 * this.#data.borderKm * perDegree) / (KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
    for (const zone of this.#zones) zone.setStyle({ weight: width < 6 ? 0 : width });
  }

  // Places -------------------------------------------------------------------------------------------------------------

  /** Show places at points ([{id, label, events, at}], most events first) and areas ([{id, label, events}]). */
  show(points, areas) {
    this.points = points;
    this.#extent = this.#L.latLngBounds(points.map(({ at }) => at));
    this.#reaches.clearLayers();
    this.#areas = [];
    for (const area of areas) this.#shade(area);
    if (!this.#isHeld) this.showAll({ animate: false });
    this.#redraw();
  }

  #redraw() {
    this.#widenZones();
    if (!this.points) return;
    const focused = document.activeElement?.dataset?.place;
    this.#marks.clearLayers();
    this.#drawn = [...this.#areas];
    const near = this.#map.getBounds().pad(0.3);
    const spots = this.points.length > MANY ? this.points.filter(({ at }) => near.contains(at)) : this.points;
    const marks = gather(spots.map((spot) => ({ ...spot, ...this.#pixel(spot.at) })));
    const { min, max } = this.#map.getPixelBounds();
    const areas = this.#areas.map(({ mark: { spots: [{ label, at }] } }) => ({ label, ...this.#pixel(at) })); // prettier-ignore
    const sides = sidesOf(marks, [min.x, max.x], areas);
    marks.forEach((mark, number) => this.#draw(mark, sides[number]));
    this.#markPointed();
    if (focused) this.elementOf(focused)?.focus({ preventScroll: true });
    this.markOpen(this.#openPlace);
  }

  #button(mark, kind, ...content) {
    const { spots, events } = mark;
    const label = `${nameOf(mark)}: ${count(events.length, "event")}`;
    const classes = ["chronology-mark-on-map", kind].filter(Boolean).join(" ");
    const attributes = { class: classes, "data-place": spots[0].id, "aria-label": label, "aria-expanded": "false" };
    const open = (event) => {
      event.stopPropagation();
      this.open(mark);
    };
    const element = button(attributes, open, ...content);
    for (const type of ["pointerenter", "focus"]) element.addEventListener(type, () => this.point(events));
    for (const type of ["pointerleave", "blur"]) element.addEventListener(type, () => this.point([]));
    return element;
  }

  #pixel(at) {
    const { x, y } = this.#map.project(at);
    return { x, y };
  }

  #draw(mark, side) {
    const { events, size, spots } = mark;
    const kind = events.length === 1 ? "chronology-single" : "";
    const name = side && make("span", { "data-side": side }, nameOf(mark));
    const element = this.#button(mark, kind, make("b", {}, events.length > 1 ? figures(events.length) : ""), name);
    // Greater marks lie below, so that none hides another.
    const icon = this.#L.divIcon({ className: "chronology-marker", html: element, iconSize: [size, size] });
    this.#L.marker(spots[0].at, { icon, keyboard: false, zIndexOffset: -size * 10, riseOnHover: true }).addTo(this.#marks);
    this.#drawn.push({ mark, element });
  }

  /** The outline of a region, and its name in it: a button, but no point. */
  #shade(area) {
    const outline = this.#data.features.find(({ properties }) => properties.kind === "outline" && properties.place === area.id);
    const mark = { spots: [{ ...area, at: swapped(outline.properties.at) }], events: area.events };
    const element = this.#button(mark, "chronology-area", make("b", {}, area.label, " ", make("small", {}, figures(area.events.length))));
    const shape = this.#L.polygon(swapped(outline.geometry.coordinates), { className: "chronology-reach", interactive: false });
    const icon = this.#L.divIcon({ className: "chronology-marker", html: element, iconSize: null });
    shape.addTo(this.#reaches);
    this.#extent.extend(shape.getBounds());
    this.#L.marker(mark.spots[0].at, { icon, keyboard: false }).addTo(this.#reaches);
    this.#areas.push({ mark, element });
  }

  /** The mark at which a place is shown, alone or with others. */
  elementOf(place) {
    return this.#drawn.find(({ mark }) => mark.spots.some(({ id }) => id === place))?.element ?? null;
  }

  /** Tell which place's events are listed beside the map; null: none's. */
  markOpen(place) {
    this.#openPlace = place;
    for (const { element } of this.#drawn) element.setAttribute("aria-expanded", "false");
    if (place) this.elementOf(place)?.setAttribute("aria-expanded", "true");
  }

  /** On which sides of the map a mark is not. */
  emptySides({ spots }) {
    const { x, y } = this.#map.getSize();
    const at = this.#map.latLngToContainerPoint(spots[0].at);
    return { across: at.x > x / 2 ? "left" : "right", down: at.y > y / 2 ? "top" : "bottom" };
  }

  /** Mark the places of these events. */
  markPointed(events) {
    this.#pointed = events;
    this.#markPointed();
  }

  #markPointed() {
    for (const { mark, element } of this.#drawn) {
      element.classList.toggle("chronology-pointed", mark.events.some((event) => this.#pointed.has(event)));
    }
  }

  // Layers and tiles ---------------------------------------------------------------------------------------------------

  /** Show a layer's shapes (GeoJSON), or take them away with null; `number` gives the layer its colour. */
  setLayer(id, number, geojson) {
    this.#layers.get(id)?.remove();
    this.#layers.delete(id);
    if (!geojson) return;
    const L = this.#L;
    const style = { className: `chronology-layer chronology-layer-${(number % ANSWERS) + 1}` };
    const layer = L.geoJSON(geojson, {
      style,
      pointToLayer: (feature, at) => L.circleMarker(at, { ...style, radius: 5 }),
      onEachFeature: ({ properties }, shape) => properties?.title && shape.bindTooltip(textOf(properties.title), { sticky: true }),
    }); // prettier-ignore
    this.#layers.set(id, layer.addTo(this.#map));
  }

  /** Show pictures from elsewhere in place of the base map, or the base map again. */
  setTiles(tiles) {
    this.#tiles?.remove();
    this.#tiles = null;
    if (!tiles) return this.#base.addTo(this.#map);
    this.#base.remove();
    // Their server is not told which page asks.
    this.#tiles = this.#L.tileLayer(tiles.url, { maxNativeZoom: tiles.deepest, maxZoom: DEEPEST, referrerPolicy: "no-referrer" });
    this.#tiles.addTo(this.#map);
    return undefined;
  }
}

/** GeoJSON has longitude first, Leaflet latitude. */
function swapped(coordinates) {
  return typeof coordinates[0] === "number" ? [coordinates[1], coordinates[0]] : coordinates.map(swapped);
}

/** Leaflet reads a text as HTML; an element stays what it is. */
const textOf = (title) => make("span", {}, title);
