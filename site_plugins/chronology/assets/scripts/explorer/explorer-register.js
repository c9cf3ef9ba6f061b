// The only script of the explorer that every page loads: it fetches the others where a page has their elements.

const ELEMENTS = {
  "chronology-explorer": () => import("./explorer-element.js"),
  "chronology-filters": () => import("./filters-element.js"),
  "chronology-list": () => import("./list-element.js"),
  "chronology-timeline": () => import("./timeline-element.js"),
  "chronology-map": () => import("./map-element.js"),
  "chronology-figures": () => import("./figures-element.js"),
  "chronology-attribution": () => import("./attribution-element.js"),
};

/** Promise that an element is defined: by its module, which exports its class. */
export async function define(name) {
  const classes = Object.values(await ELEMENTS[name]());
  const found = classes.find((one) => one.prototype instanceof HTMLElement);
  if (!customElements.get(name)) customElements.define(name, found);
}

/** What is hidden is not needed yet: the explorer defines a view when it shows it. */
function defineWhatIsThere() {
  for (const name of Object.keys(ELEMENTS)) {
    if (document.querySelector(`${name}:not(:defined, [hidden])`)) define(name).catch(console.error);
  }
}

// Material's instant navigation puts other pages into this one, and says so here.
if (window.document$) window.document$.subscribe(defineWhatIsThere);
else defineWhatIsThere();
