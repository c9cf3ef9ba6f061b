// The remark that a record may be here already, below the field that tells: an event's date, a source's address, a name.

import { make } from "../explorer/dom.js";
import { likelyOf } from "./likely.js";

const TELLS = { events: "date", sources: "url", actors: "name", places: "name" };

export class LikelyNote {
  #element = make("p", { class: "chronology-likely", role: "status" });
  #kind;
  #address;

  /** `root` is the part of the whole record; `address(record)` leads to a record that is found. */
  constructor({ kind, root, address }) {
    this.#kind = kind;
    this.#address = address;
    root.within.find(({ step }) => step === (TELLS[kind] ?? "title"))?.element.append(this.#element);
  }

  show(id, record, data) {
    const found = likelyOf(this.#kind, id, record, data);
    const says = JSON.stringify(found.map((one) => [one.id, one.label]));
    if (this.#element.dataset.says === says) return;
    this.#element.dataset.says = says;
    const links = found.flatMap((one) => [", ", make("a", { href: this.#address(one), target: "_blank", dir: "auto" }, one.label), one.detail && make("small", {}, ` ${one.detail}`)]);
    this.#element.replaceChildren(...(found.length ? ["Perhaps here already: ", ...links.slice(1).filter(Boolean)] : []));
  }
}
