// The only script of the forms that every page loads: it fetches the others where a page has a form.

async function define() {
  if (!document.querySelector("chronology-form:not(:defined)")) return;
  const { ChronologyForm } = await import("./form-element.js");
  if (!customElements.get("chronology-form")) customElements.define("chronology-form", ChronologyForm);
}

// Material's instant navigation puts other pages into this one, and says so here.
const start = () => define().catch(console.error);
if (window.document$) window.document$.subscribe(start);
else start();
