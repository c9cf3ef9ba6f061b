// What a frame says to the page around it. embed.js is what listens there.

/** The message that says how high an element is, in whole pixels. */
export function measure(element) {
  return { chronology: "height", height: Math.ceil(element.getBoundingClientRect().height) };
}

/** Tell the height again where the page around this one asks for it, and nobody else. */
export function answer({ source, data }, parent, tell) {
  if (source === parent && data?.chronology === "height?") tell();
}
