// <chronology-attribution>: where a frame's content comes from, and the way to the same selection there.

import { saySelection, sayCount } from "./facet-words.js";
import { writeSelection } from "./selection.js";

export class ChronologyAttribution extends HTMLElement {
  #home = null;

  show({ dataset, selection, result }) {
    const link = this.querySelector("a");
    this.#home ??= link.getAttribute("href");
    link.setAttribute("href", this.#home + writeSelection({ ...selection, page: 1 }, location.search));
    this.querySelector("span").textContent = saySelection(selection, dataset) || sayCount(result.total, dataset.size);
    this.dataset.settled = "";
    this.dispatchEvent(new CustomEvent("chronology-settled", { bubbles: true }));
  }
}
