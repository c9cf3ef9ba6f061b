// What a frame says to the page around it. embed.js is what listens there.

/** Milliseconds after which the height is told in any case: the data may not have come. */
export const PATIENCE = 5000;

/** Whether what an address asks for is shown: <chronology-attribution> says so. */
export function isSettled(search, content) {
  return search === "" || content.querySelector("[data-settled]") !== null;
}

/** The message that says how high an element is, in whole pixels. */
export function measure(element) {
  return { chronology: "height", height: Math.ceil(element.getBoundingClientRect().height) };
}

/** Tell the height again where the page around this one asks for it, and nobody else. */
export function answer({ source, data }, parent, tell) {
  if (source === parent && data?.chronology === "height?") tell();
}
