// Draws a scene (timeline-scene.js) as SVG, and of the next one only what is different. Signs stay the same elements as
// long as their events are shown, so that what has the focus keeps it.

import { draw, figures, write } from "./dom.js";
import { NUMBER, OVERVIEW, OVERVIEW_TOP, standingOf } from "./timeline-scene.js";

const CLASSES = { "single-source": "single" };
const FADES = ["", "start", "end", "both"];

/** Set attributes, numbers to a tenth of a pixel; those that are as they were stay untouched. */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const text = typeof value === "number" ? String(Math.round(value * 10) / 10) : value;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

export class TimelineDrawing {
  #prefix;
  #profile = { all: path("chronology-profile-all"), chosen: path("chronology-profile-chosen") };
  #window = draw("rect", { class: "chronology-window", y: OVERVIEW_TOP, height: OVERVIEW - OVERVIEW_TOP });
  #edges = path("chronology-edges");
  #leads = path("chronology-leads");
  #overviewTicks = draw("g", { class: "chronology-overview-ticks", "aria-hidden": "true" });
  #grid = path("chronology-gridlines");
  #axes = path("chronology-axis");
  #ticks = draw("g", { class: "chronology-ticks", "aria-hidden": "true" });
  #lanes = draw("g", { class: "chronology-lanes", "aria-hidden": "true" });
  #bars = draw("g");
  #signs = draw("g");
  #drawn = new Map();

  /** `prefix` leads the ids of the signs that the page defines. */
  constructor(prefix, attributes) {
    this.#prefix = prefix;
    this.ground = draw("rect", { class: "chronology-ground", width: "100%", height: OVERVIEW });
    this.svg = draw("svg", { class: "chronology-live", role: "group", ...attributes },
      this.ground, this.#profile.all, this.#profile.chosen, this.#window, this.#edges, this.#leads, this.#overviewTicks,
      this.#grid, this.#lanes, this.#signs, this.#bars, this.#axes, this.#ticks); // prettier-ignore
  }

  /** Draw the overview: {width, all, chosen, ticks, left, right}; from `left` to `right` is the window, if not all. */
  overview({ width, all, chosen, ticks, left, right }) {
    set(this.#profile.all, { d: bars(all) });
    set(this.#profile.chosen, { d: bars(chosen) });
    const part = left !== null;
    this.svg.classList.toggle("chronology-part", part);
    set(this.#window, { x: left ?? 0, width: part ? Math.max(right - left, 1) : 0 });
    set(this.#edges, { d: part ? `M${round(left)} ${OVERVIEW_TOP - 3}V${OVERVIEW + 2}M${round(right)} ${OVERVIEW_TOP - 3}V${OVERVIEW + 2}` : "" });
    set(this.#leads, { d: part ? `M${round(left)} ${OVERVIEW + 2}L-10 48M${round(right)} ${OVERVIEW + 2}L${width + 10} 48` : "" });
    letter(this.#overviewTicks, part ? ticks : [], (x) => ({ x: x + 3, y: 9 }));
  }

  /** Draw a scene of events of a dataset; `href(event)` is the address of an event. */
  show(scene, dataset, href) {
    const { width, height, base, ticks, lanes } = scene;
    set(this.svg, { height, viewBox: `0 0 ${width} ${height}` }); // the box is for paper, which is narrower
    set(this.#grid, { d: ticks.map(({ x }) => `M${round(x)} ${OVERVIEW}V${scene.height}`).join("") });
    set(this.#axes, { d: `M0 ${OVERVIEW}.5H${width}M0 ${base}.5H${width}` });
    letter(this.#ticks, ticks, (x) => ({ x: x + 4, y: scene.height - 5 }));
    this.#showLanes(lanes, width);
    const bars = lanes.flatMap((lane) => lane.bars);
    const signs = lanes.flatMap((lane) => lane.signs);
    this.#keep(new Set([...bars, ...signs].map(({ key }) => key)));
    arrange(this.#bars, bars.map((bar) => this.#drawBar(bar, lanes[bar.lane].base)));
    arrange(this.#signs, signs.map((sign) => this.#drawSign(sign, dataset, href)));
  }

  #keep(keys) {
    for (const [key, { element }] of this.#drawn) {
      if (keys.has(key)) continue;
      element.remove();
      this.#drawn.delete(key);
    }
  }

  /** The marks that are drawn, [{element, key, event | events, lane, x, y}]. */
  get marks() {
    return [...this.#drawn.values()].map(({ element, mark }) => ({ ...mark, element }));
  }

  /** The mark that an element belongs to. */
  markOf(element) {
    const found = element?.closest?.("[data-key]");
    const drawn = found && this.#drawn.get(found.getAttribute("data-key"));
    return drawn ? { ...drawn.mark, element: drawn.element } : null;
  }

  #showLanes(lanes, width) {
    if (lanes.length === 1 && lanes[0].label === null) return this.#lanes.replaceChildren();
    const rows = lanes.map(({ label, top }, lane) => [
      lane ? draw("path", { d: `M-10 ${top}.5H${width + 10}` }) : null,
      draw("text", { x: -10, y: top + 12 }, label),
    ]);
    this.#lanes.replaceChildren(...rows.flat().filter(Boolean));
  }

  #element(key, make) {
    if (!this.#drawn.has(key)) this.#drawn.set(key, { element: make(), mark: null });
    return this.#drawn.get(key);
  }

  #drawSign(sign, dataset, href) {
    const drawn = this.#element(sign.key, () => this.#makeSign(sign, dataset, href));
    const { element } = drawn;
    const [span, use] = element.children;
    drawn.mark = sign;
    set(use, { x: sign.x, y: sign.y });
    const { left = 0, width = 0 } = sign.span ?? {};
    const mask = sign.soft && sign.span ? `url(#${this.#prefix}-${FADES[sign.soft]})` : "";
    set(span, { x: left, width, y: sign.y - span.getAttribute("height") / 2 });
    if (mask) set(span, { mask });
    else span.removeAttribute("mask");
    return element;
  }

  #makeSign({ key, event }, dataset, href) {
    const { id, label } = standingOf(dataset, event);
    const called = CLASSES[id] ?? id;
    const lasted = dataset.shape[event] === 2;
    return draw("a", {
      class: `chronology-sign chronology-${called}`,
      href: href(dataset.ids[event]),
      "data-key": key,
      "data-event": dataset.ids[event],
      "aria-label": `${dataset.titles[event]}, ${dataset.when[event]}, ${label.toLowerCase()}`,
      tabindex: "-1",
    },
    draw("rect", { class: lasted ? "chronology-lasted" : "chronology-somewhere", height: lasted ? 5 : 3 }),
    draw("use", { href: `#${this.#prefix}-${called}` })); // prettier-ignore
  }

  #drawBar(bar, base) {
    const drawn = this.#element(bar.key, makeBar);
    const [ground, whole, contested, number] = drawn.element.children;
    drawn.mark = { ...bar, y: base - bar.height };
    const across = { x: bar.left + 1, width: Math.max(bar.width - 2, 1) };
    set(drawn.element, { "data-key": bar.key, "aria-label": `${bar.name}; show closer` });
    set(ground, { x: bar.left, width: bar.width, y: base - bar.height - NUMBER, height: bar.height + NUMBER });
    set(whole, { ...across, y: base - bar.height, height: bar.height });
    set(contested, { ...across, y: base - bar.contested, height: bar.contested });
    set(number, { x: bar.x, y: base - bar.height - 3 });
    const text = figures(bar.events.length);
    const shown = text.length * 6.4 <= bar.width + 4 ? text : "";
    write(number, shown);
    return drawn.element;
  }
}

function makeBar() {
  return draw("g", { class: "chronology-dense", role: "button", tabindex: "-1" },
    draw("rect", { class: "chronology-clear" }), draw("rect"), draw("rect", { class: "chronology-contested" }), draw("text", { "aria-hidden": "true" })); // prettier-ignore
}

/** Put elements into a group in their order, moving none that is in its place: what is moved loses the focus. */
function arrange(group, elements) {
  let next = group.firstChild;
  for (const element of elements) {
    if (element === next) next = next.nextSibling;
    else group.insertBefore(element, next);
  }
}

function path(name) {
  return draw("path", { class: name, "aria-hidden": "true" });
}

const round = (number) => Math.round(number * 10) / 10;

function bars(profile) {
  const highest = OVERVIEW - OVERVIEW_TOP;
  return profile
    .map(({ left, width, share }) => `M${round(left)} ${OVERVIEW}v${-round(share * highest)}h${round(width)}V${OVERVIEW}z`)
    .join("");
}

/** Fill a group with the labels of ticks, using the texts that are there. */
function letter(group, ticks, place) {
  const shown = ticks.filter(({ label }) => label);
  while (group.children.length > shown.length) group.lastChild.remove();
  shown.forEach(({ x, label }, index) => {
    const text = group.children[index] ?? group.appendChild(draw("text"));
    set(text, place(x));
    write(text, label);
  });
}
