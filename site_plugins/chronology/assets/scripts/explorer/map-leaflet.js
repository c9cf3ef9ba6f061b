// Leaflet, fetched once, when a map is first shown. It is vendored with the site: no other server is asked.

const FOLDER = new URL("../../../vendored/leaflet-1.9.4/", import.meta.url);

let loading = null;

/** Promise of Leaflet's `L`, its style sheet loaded too. */
export function loadLeaflet() {
  loading ??= Promise.all([loadStyles(), import(new URL("leaflet.js", FOLDER))]).then(() => window.L.noConflict());
  loading.catch(() => (loading = null));
  return loading;
}

function loadStyles() {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("leaflet.css", FOLDER);
  // Before ours, which change some of it.
  return new Promise((resolve, reject) => {
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", () => reject(new Error(`${sheet.href} could not be loaded`)));
    document.head.prepend(sheet);
  });
}
