// What changed between two texts, line by line, with a little of what stands around it.

import { common } from "./yaml-patch.js";

const AROUND = 2;

/** The lines in order: {sign: " " | "-" | "+" | "…", text}; long unchanged stretches are one "…". */
export function lineDiff(before, after) {
  const [one, other] = [before, after].map((text) => text.replace(/\n$/, "").split("\n"));
  const lines = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...common(one, other), [one.length, other.length]]) {
    while (i < nextI) lines.push({ sign: "-", text: one[i++] });
    while (j < nextJ) lines.push({ sign: "+", text: other[j++] });
    if (i < one.length) {
      lines.push({ sign: " ", text: one[i] });
      i += 1;
      j += 1;
    }
  }
  return shortened(lines);
}

function shortened(lines) {
  const isNear = lines.map((_, at) => lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ sign }) => sign !== " "));
  const shown = [];
  lines.forEach((line, at) => {
    if (isNear[at]) shown.push(line);
    else if (shown.at(-1)?.sign !== "…") shown.push({ sign: "…", text: "" });
  });
  return shown;
}
