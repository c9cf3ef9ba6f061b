// Material opens drawer and search by labels of hidden checkboxes, which no screen reader calls buttons. The header has
// real buttons instead: `<button data-chronology-toggle="drawer">` works `<input data-md-toggle="drawer">`.

const buttonOf = (document, name) => document.querySelector(`[data-chronology-toggle="${name}"]`);
const toggleOf = (document, name) => document.querySelector(`[data-md-toggle="${name}"]`);

const TEXT = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";

/** Whether Material would take this key for one of its shortcuts of one letter: n, p, s, f and the like. */
export function isLetterShortcut({ key, metaKey, ctrlKey, altKey, target }) {
  return key.length === 1 && key !== " " && !metaKey && !ctrlKey && !altKey && !target.closest?.(TEXT);
}

const isShown = (element) => element.checkVisibility({ visibilityProperty: true });

const INSIDE = { drawer: ".md-sidebar--primary :is(a, input, button)", search: ".md-search__input" };

/** Into what was opened goes the focus. */
function opened(document, name) {
  [...document.querySelectorAll(INSIDE[name])].find(isShown)?.focus();
}

/** Back to its button goes the focus, unless the reader has moved it elsewhere. */
function closed(document, name) {
  const { activeElement } = document;
  const lost = activeElement === document.body || activeElement?.closest(".md-sidebar--primary, .md-search");
  if (lost) buttonOf(document, name)?.focus();
}

/** Bind the buttons of `document`; by delegation, so that it lasts while instant navigation changes the page. */
export function bind(document) {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-chronology-toggle]");
    if (button) toggleOf(document, button.dataset.chronologyToggle).click();
  });
  document.addEventListener("change", ({ target }) => {
    const name = target.dataset.mdToggle;
    if (!name) return;
    buttonOf(document, name)?.setAttribute("aria-expanded", String(target.checked));
    if (target.checked) opened(document, name);
    else closed(document, name);
  });
  // The drawer lies over the page: Escape closes it, and so does leaving it with the keyboard.
  const drawerIsOpen = () => toggleOf(document, "drawer")?.checked;
  document.addEventListener("focusin", ({ target }) => {
    const outside = !target.closest(".md-sidebar--primary, [data-chronology-toggle]");
    if (drawerIsOpen() && outside) toggleOf(document, "drawer").click();
    // A tab of which a few pixels are in sight is in sight for Chromium.
    if (target.closest(".chronology-tabs")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawerIsOpen()) toggleOf(document, "drawer").click();
    // Speech input types letters where a word is meant as a command (WCAG 2.1.4). Material listens on the window.
    if (isLetterShortcut(event) && !toggleOf(document, "search")?.checked) event.stopPropagation();
  });
}
