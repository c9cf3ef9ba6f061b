// Material's instant navigation writes the href of every element of a page that it puts in place of this one, as
// `element.href = element.href`. A drawing's links have one that cannot be written: the page would not come.

/** Let the href of links and uses in drawings be written: with itself nothing happens, a text becomes the address. */
export function allowWriting(prototypes) {
  for (const prototype of prototypes) {
    const own = Object.getOwnPropertyDescriptor(prototype, "href");
    if (!own || own.set) continue;
    Object.defineProperty(prototype, "href", {
      ...own,
      set(value) {
        if (typeof value === "string") this.setAttribute("href", value);
      },
    });
  }
}
