// <chronology-attribution>: where a frame's content comes from, and the way to the same selection there.

import { saySelection, sayCount } from "./facet-words.js";
import { writeSelection } from "./selection.js";

export class ChronologyAttribution extends HTMLElement {
  #home = null;

  show({ dataset, selection, result }) {
    const link = this.querySelector("a");
    this.#home ??= link.getAttribute("href");
    link.setAttribute("href", this.#home + writeSelection({ ...selection, page: 1 }, location.search));
    const words = [sayCount(result.total, dataset.size), saySelection(selection, dataset)];
    this.querySelector("span").textContent = words.filter(Boolean).join("; ");
    this.dataset.settled = "";
    this.dispatchEvent(new CustomEvent("chronology-settled", { bubbles: true }));
  }
}
