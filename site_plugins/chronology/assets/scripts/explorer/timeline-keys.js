// The timeline by keyboard: one stop for Tab, and from there from mark to mark.

export const KEYS =
  "Arrow keys, Home and End: from event to event. Plus and minus: zoom. " +
  "Page Up and Page Down: earlier and later. 0: the whole. Escape: hide the label.";

/**
 * What a key asks for: {mark} to move to, {command} of zoomIn, zoomOut, earlier, later, whole, open; or null.
 * `marks` are those drawn, in order; `current` is the one that has the focus.
 */
export function commandOf({ key, ctrlKey, metaKey, altKey }, marks, current) {
  if (ctrlKey || metaKey || altKey) return null;
  const command = COMMANDS[key];
  if (command) return { command };
  if ((key === "Enter" || key === " ") && current?.events) return { command: "open" };
  const mark = MOVES[key]?.(inTime(marks), current);
  return mark ? { mark } : null;
}

const COMMANDS = {
  "+": "zoomIn", "=": "zoomIn", "-": "zoomOut", _: "zoomOut", 0: "whole",
  PageUp: "earlier", PageDown: "later",
}; // prettier-ignore

const MOVES = {
  ArrowRight: (marks, current) => marks[position(marks, current) + 1],
  ArrowLeft: (marks, current) => marks[position(marks, current) - 1],
  ArrowUp: (marks, current) => beside(marks, current, 1),
  ArrowDown: (marks, current) => beside(marks, current, -1),
  Home: (marks) => marks[0],
  End: (marks) => marks.at(-1),
};

/** By lanes, and in each from left to right. */
function inTime(marks) {
  return [...marks].sort((one, other) => one.lane - other.lane || one.x - other.x);
}

const position = (marks, current) => marks.findIndex(({ key }) => key === current?.key);

/** The mark nearest in time in the next row up or down; past the last row, in the next lane. */
function beside(marks, current, way) {
  if (!current) return marks[0];
  const height = ({ lane, row = 0 }) => row - lane * 1000;
  const further = marks.filter((mark) => (height(mark) - height(current)) * way > 0);
  if (!further.length) return null;
  const next = further.reduce((found, mark) => ((height(mark) - height(found)) * way < 0 ? mark : found));
  const row = further.filter((mark) => height(mark) === height(next));
  return row.reduce((found, mark) => (Math.abs(mark.x - current.x) < Math.abs(found.x - current.x) ? mark : found));
}
