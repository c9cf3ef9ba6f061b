// <chronology-figures>: the figures of series, as their own pages draw them, with the points of what is selected.
// They are fetched from those pages when they are first shown, so that the page itself need not carry them.

import { make, pointAt } from "./dom.js";
import { nothingFound, readPoint, renamed, standingOf } from "./figure-points.js";

const PREFIX = "explorer-"; // ids of this page and of the series' pages stay apart

export class ChronologyFigures extends HTMLElement {
  #figures = null;
  #note = make("p", { class: "chronology-figures-note" });
  #rest = make("p", { class: "chronology-figures-note" });
  #state = null;
  #pointing = false;

  connectedCallback() {
    if (!this.#note.isConnected) this.append(this.#note, this.#rest);
    this.addEventListener("pointerover", this.#onPointer);
    this.addEventListener("pointerleave", this.#onPointer);
  }

  disconnectedCallback() {
    this.removeEventListener("pointerover", this.#onPointer);
    this.removeEventListener("pointerleave", this.#onPointer);
  }

  /** Show what is selected; nothing is fetched before the figures are chosen. */
  async show(state) {
    this.#state = state;
    if (this.hidden) return;
    if (!this.#figures) {
      this.#note.textContent = "Fetching the figures …";
      await this.#load();
    }
    if (this.#state === state) this.#draw();
  }

  /** Mark the points of these events. */
  point(ids) {
    for (const figure of this.#figures ?? []) {
      for (const { element, event } of figure.points) element.classList.toggle("chronology-pointed", ids.has(event));
    }
  }

  async #load() {
    const series = JSON.parse(this.dataset.series);
    const fetched = await Promise.all(series.map((one) => fetchFigure(one).catch(() => ({ ...one, element: null, points: [] }))));
    this.#figures = fetched;
    this.#note.after(...fetched.map((one) => one.element).filter(Boolean));
  }

  #draw() {
    const missed = this.#figures.filter((one) => !one.element);
    const without = [];
    for (const figure of this.#figures.filter((one) => one.element)) {
      const standings = figure.points.map((point) => [point.element, standingOf(point, this.#state)]);
      for (const [element, standing] of standings) {
        element.toggleAttribute("hidden", standing === "hidden");
        element.classList.toggle("chronology-unselected", standing === "dimmed");
      }
      figure.element.hidden = !standings.some(([, standing]) => standing === "shown");
      // What its counters have in common and where they part is said of all of its points.
      if (figure.says) figure.says.hidden = standings.some(([, standing]) => standing !== "shown");
      if (figure.element.hidden) without.push(figure);
    }
    const drawn = this.#figures.length - missed.length;
    this.#note.textContent = drawn && without.length === drawn ? nothingFound(this.#state.selection) : "";
    const rest = without.length < drawn ? sentence("Without a point among them: ", without) : [];
    this.#rest.replaceChildren(...rest, ...sentence("Could not be fetched, and are on their own pages: ", missed));
    if (missed.length) this.#figures = drawn ? this.#figures : null;
    for (const note of [this.#note, this.#rest]) note.hidden = !note.textContent;
  }

  #onPointer = (event) => {
    const found = event.type === "pointerover" ? event.target.closest(".chronology-point[data-claim]") : null;
    if (!found && !this.#pointing) return;
    this.#pointing = Boolean(found);
    pointAt(this, found ? [readPoint(found.dataset).event] : []);
  };
}

async function fetchFigure({ id, title, href }) {
  const address = new URL(href, document.baseURI);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const figure = document.importNode(page.getElementById(`figure-${id}`), true);
  const said = page.getElementById(`figure-${id}-says`);
  const says = said && document.importNode(said, true);
  const link = make("a", { href: address.href }, title);
  const element = make("section", { class: "chronology-figure-of" }, make("h2", {}, link), says, figure);
  for (const one of [element, ...element.querySelectorAll("*")]) move(one, address);
  const points = [...figure.querySelectorAll(".chronology-point")];
  return { id, title, href, element, says, points: points.map((point) => ({ element: point, ...readPoint(point.dataset) })) };
}

/** Let an element of another page stand in this one: its ids under other names, its links from where it was. */
function move(element, address) {
  for (const { name, value } of [...element.attributes]) {
    const other = renamed(name, value, PREFIX);
    if (other !== null) element.setAttribute(name, other);
    else if (name === "href") element.setAttribute(name, new URL(value, address).href);
  }
}

function sentence(words, figures) {
  if (!figures.length) return [];
  const links = figures.flatMap(({ href, title }, number) => [number ? ", " : "", make("a", { href }, title)]);
  return [words, ...links, ". "];
}
