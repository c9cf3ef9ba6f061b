// Makes the frames of a chronology as high as their content. Put it on the page that the frames are on:
// <script src="https://…/embed.js" async></script>. Without it a frame keeps its own height, and scrolls.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
  const pages = new URL("embed", script.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(pages.href));

  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== pages.origin || data?.chronology !== "height" || !(data.height > 0 && data.height < 1e6)) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (frame) frame.style.height = `${Math.ceil(data.height)}px`;
  });

  // Those that were there before this script have spoken already.
  for (const frame of frames()) frame.contentWindow?.postMessage({ chronology: "height?" }, "*");
})();
