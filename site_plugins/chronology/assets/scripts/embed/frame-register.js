// In the page for frames: tells the page around it how high its content is, whenever that changes.

import { answer, isSettled, measure, PATIENCE } from "./frame.js";

if (window.parent !== window) {
  const content = document.querySelector("main");
  let patient = true;
  // Before what is asked for is selected everything is listed: the frame would grow to that, and shrink again.
  const tell = () => {
    if (patient && !isSettled(location.search, content)) return;
    window.parent.postMessage(measure(content), "*"); // a height is nobody's secret
  };
  setTimeout(() => { patient = false; tell(); }, PATIENCE);
  content.addEventListener("chronology-settled", tell);
  new ResizeObserver(tell).observe(content);
  window.addEventListener("message", (event) => answer(event, window.parent, tell));
}
