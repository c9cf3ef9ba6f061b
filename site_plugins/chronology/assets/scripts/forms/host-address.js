// Addresses of the repository's host, filled in. `patterns` are those of pages/repository.py.

/** The longest address that all hosts take: GitHub answers 414 above about 8,000 characters. */
export const LONGEST = 7000;

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const inPath = (path) => path.split("/").map(encodeURIComponent).join("/");

/**
 * Where a change is handed in: {way, address, isFilled}. `way` is "edit" for a record that is there, "new" for a file
 * that is not, "issue" where the host has no address for that; `isFilled` tells whether the text is in the address.
 */
export function handIn(patterns, { path, text, isNew }) {
  if (!isNew) return { way: "edit", address: fill(patterns.edit, { path: inPath(path) }), isFilled: false };
  if (!patterns.new) return issue(patterns, { title: `New record: ${path}`, path, text });
  const folder = path.slice(0, path.lastIndexOf("/"));
  const values = { path: encodeURIComponent(path), folder: inPath(folder), file: encodeURIComponent(path.slice(folder.length + 1)) };
  const full = fill(patterns.new, { ...values, text: encodeURIComponent(text) });
  if (full.length <= LONGEST) return { way: "new", address: full, isFilled: true };
  return { way: "new", address: fill(patterns.new, { ...values, text: "" }), isFilled: false };
}

/**
 * The page for a new issue, with the text, or the change (lines of a diff), where the address is short enough. Where the
 * host has a form for it, that: for a change the one for corrections, for a new event (`event`, its record) its own.
 */
export function issue(patterns, { title, path, text, change = null, event = null }) {
  const block = change ? `\`\`\`diff\n${change}\`\`\`\n` : `\`\`\`yaml\n${text}\`\`\`\n`;
  const form = change ? patterns.correction : event && patterns.event;
  const filled = (body) => fill(form || patterns.issue, encoded({ title: event && form ? event.title : title, path, ...told(event), text: form ? body : `${path}\n\n${body}` }));
  const full = filled(block);
  return full.length <= LONGEST ? { way: "issue", address: full, isFilled: true } : { way: "issue", address: filled(""), isFilled: false };
}

const told = (event) => ({ date: event?.date, places: event?.places?.join(", "), sources: event?.sources?.map((one) => one.source ?? one).join("\n") });
const encoded = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value ?? "")]));
