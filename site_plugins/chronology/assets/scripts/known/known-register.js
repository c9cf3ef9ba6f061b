import { ChronologyKnown } from "./known-element.js";

if (!customElements.get("chronology-known")) customElements.define("chronology-known", ChronologyKnown);
