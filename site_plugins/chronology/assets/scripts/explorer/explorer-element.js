// <chronology-explorer>: one selection, in the address, for all views within. It loads the data, finds the events, and
// tells the views; they tell it what the reader chooses and points at. docs/handbook/explorer.md has the whole of it.

import { Announcer } from "./announcer.js";
import { readDataset } from "./dataset.js";
import { define } from "./explorer-register.js";
import { saySelection } from "./facet-words.js";
import { filter } from "./filters.js";
import { change, isNothing, readSelection, writeSelection } from "./selection.js";
import { WordsSearch } from "./words-search.js";

const VIEWS = ["chronology-timeline", "chronology-filters", "chronology-map", "chronology-figures", "chronology-list", "chronology-attribution"];
// Where this module is served from, not the address: with instant navigation that changes before or after the page does.
const SITE = new URL("../../../../../", import.meta.url).href;

export class ChronologyExplorer extends HTMLElement {
  #dataset = null;
  #loading = null;
  #selection = null;
  #words = null;
  #state = null;
  #announcer = null;
  #pointing = 0;
  #listening = null;
  #title = null;

  connectedCallback() {
    this.#listening = new AbortController();
    const listen = (target, type, act) => target.addEventListener(type, act, { signal: this.#listening.signal });
    listen(this, "chronology-choose", (event) => this.#choose(event.detail));
    listen(this, "chronology-point", (event) => this.#point(new Set(event.detail.ids)));
    listen(this, "chronology-need", () => this.#load().catch(() => {}));
    listen(window, "popstate", () => this.#readAddress());
    listen(document, "chronology-known", () => this.#readAddress());
    this.#announcer = new Announcer(this);
    this.#words = new WordsSearch(SITE, this.#templateAddress());
    this.#begin();
  }

  disconnectedCallback() {
    this.#listening.abort();
    cancelAnimationFrame(this.#pointing);
    this.#words.stop();
    this.#announcer.stop();
  }

  /** At once where the address selects something; else when the browser has time for it. */
  #begin() {
    const { selection } = readSelection(location.search);
    const plain = isNothing(selection) && selection.view === "list" && !selection.lanes && selection.page === 1;
    if (!plain || selection.known || this.dataset.view) return this.#readAddress();
    whenIdle(() => this.isConnected && this.#readAddress(), this.#listening.signal);
  }

  #templateAddress() {
    return this.dataset.address ?? "events/ID/";
  }

  #addressOf = (id) => (this.dataset.root ?? "") + this.#templateAddress().replace("ID", id);

  #load() {
    this.#loading ??= fetchDataset(new URL(this.dataset.src.replace(/^(\.\.?\/)+/, ""), SITE)).then((dataset) => {
      this.#dataset = dataset;
      if (!this.#selection) this.#readAddress();
    });
    this.#loading.catch((error) => {
      console.warn(error);
      this.#loading = null;
      const again = () => this.#readAddress();
      customElements.whenDefined("chronology-filters").then(() => {
        for (const view of this.#views("chronology-filters")) view.fail?.(again);
      });
    });
    return this.#loading;
  }

  async #readAddress() {
    if (!this.#dataset) return this.#load().catch(() => {});
    const { selection, unknown } = readSelection(location.search, this.#dataset);
    this.#select(selection, unknown);
  }

  /** Show a selection; its words are asked for first, and what was shown stays until they are answered. */
  #select(selection, unknown = []) {
    const first = this.#selection === null;
    this.#selection = selection;
    this.#showView(selection.view);
    if (!selection.words) return this.#show({ unknown, first, words: null });
    for (const view of this.#views("chronology-filters")) view.search?.(selection);
    this.#words.ask(selection.words, (answer) => {
      if (this.#selection === selection) this.#show({ unknown, first, ...answer });
    });
  }

  #show({ unknown, first, words, complete = true, failed = false }) {
    const { size } = this.#dataset;
    const selection = this.#selection;
    const result = filter(this.#dataset, selection, { words });
    const state = {
      dataset: this.#dataset, selection, result, words, root: this.dataset.root ?? "", address: this.#addressOf,
      unknown, complete, failed, here: this.#here, views: this.#switches(), shown: this.dataset.shows,
    }; // prettier-ignore
    for (const view of this.#views()) view.show?.(state);
    this.#state = state;
    this.#showTitle(selection);
    if (!(first && isNothing(selection))) this.#announcer.say(result.total, size, complete);
  }

  /** A tab, a bookmark and the history name what is selected: "Sudzha, contested – Kursk". */
  #showTitle(selection) {
    this.#title ??= document.title;
    const chosen = saySelection(selection, this.#dataset).replaceAll("; ", ", ");
    document.title = chosen ? `${chosen} – ${this.#title}` : this.#title;
    this.dataset.title = this.#title;
  }

  /** The address of this page with another selection. */
  #here = (selection) => location.pathname + writeSelection(selection, location.search) + location.hash;

  #choose({ selection: parts, record = "push" }) {
    if (!this.#dataset) return this.#load().then(() => this.#choose({ selection: parts, record }), () => {});
    const selection = change(this.#selection, parts);
    // While a gesture lasts the address stands still: browsers allow few changes, and Back should undo all of it.
    // Else it comes first: the title that follows is that of the new address.
    if (record === "push") this.#record(selection);
    this.#select(selection);
  }

  #record(selection) {
    const address = this.#here(selection);
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address);
  }

  #point(ids) {
    cancelAnimationFrame(this.#pointing);
    this.#pointing = requestAnimationFrame(() => {
      for (const view of this.#views()) view.point?.(ids);
    });
  }

  /** The map of a page of its own is always there; elsewhere the map and the figures are shown when chosen. */
  #showView(view) {
    const shown = this.dataset.view ?? (this.#switches().includes(view) ? view : "list");
    this.dataset.shows = shown;
    for (const name of ["map", "figures"]) {
      for (const element of this.#views(`chronology-${name}`)) element.hidden = shown !== name;
    }
    for (const element of this.#views()) {
      if (element.hidden || element.matches(":defined")) continue;
      define(element.localName).then(() => this.#state && element.show?.(this.#state)).catch(console.error);
    }
  }

  /** Which views a reader can switch between here. */
  #switches() {
    const has = (name) => this.querySelector(`chronology-${name}`) !== null;
    return ["list", "map", "figures"].filter((name) => name === "list" || has(name));
  }

  #views(name = VIEWS.join()) {
    return this.querySelectorAll(name);
  }
}

async function fetchDataset(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return readDataset(await answer.json());
}

function whenIdle(act, signal) {
  const idle = () => (window.requestIdleCallback ?? setTimeout)(act);
  if (document.readyState === "complete") idle();
  else window.addEventListener("load", idle, { once: true, signal });
}
