// Elements, made by name with their attributes and what they hold. Text stays text: nothing here reads HTML.

const DRAWING = "http://www.w3.org/2000/svg";

/** An element; attributes that are null, undefined or false are left out, `true` stands without a value. */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function draw(name, attributes = {}, ...children) {
  return fill(document.createElementNS(DRAWING, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A button that does something. */
export function button(attributes, act, ...children) {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", act);
  return element;
}

/**
 * A link to another state of this page: opened in a new tab it loads that state, followed it is shown at once.
 * Material's instant navigation must not see the click: it would fetch the page again.
 */
export function stateLink(attributes, act, ...children) {
  const link = make("a", attributes, ...children);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  return link;
}

/** Set the text of a node, if it has another: to write the same anew costs as much. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Tell the explorer which parts of the selection to change. */
export function choose(from, selection, record = "push") {
  from.dispatchEvent(new CustomEvent("chronology-choose", { bubbles: true, detail: { selection, record } }));
}

/** Tell the explorer which events the reader points at. */
export function pointAt(from, ids) {
  from.dispatchEvent(new CustomEvent("chronology-point", { bubbles: true, detail: { ids } }));
}

/** A number with commas between thousands; made once, because making it is slow. */
export const figures = new Intl.NumberFormat("en-GB").format;

/** A number with its noun, "1 event", "1,294 events". */
export function count(number, one, many = `${one}s`) {
  return `${figures(number)} ${number === 1 ? one : many}`;
}
