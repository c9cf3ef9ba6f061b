// In the page for frames: tells the page around it how high its content is, whenever that changes.

import { answer, measure } from "./frame.js";

if (window.parent !== window) {
  const content = document.querySelector("main");
  const tell = () => window.parent.postMessage(measure(content), "*"); // a height is nobody's secret
  new ResizeObserver(tell).observe(content);
  window.addEventListener("message", (event) => answer(event, window.parent, tell));
}
