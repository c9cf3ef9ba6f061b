// Files that another job left behind, read as what they may be: a stranger's.

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

/**
 * The text of a file, of which no more than `most` bytes are read, and whether that is all of it.
 * A link is refused: it could lead to any file of the machine.
 */
export function readText(folder, name, most) {
  const handle = openSync(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(handle).isFile()) throw new Error(`${name} is no file`);
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (let read; length < bytes.length; length += read) {
      read = readSync(handle, bytes, length, bytes.length - length, null);
      if (!read) break;
    }
    return { text: bytes.toString("utf8", 0, Math.min(length, most)), whole: length <= most };
  } finally {
    closeSync(handle);
  }
}

const LONGEST = 60_000;

/**
 * Markdown, no longer than a comment may be, without HTML, pictures and links that show another address than their own;
 * nobody is called by name, and no other issue is told. Signs that are not seen are left out.
 */
export function harmless(markdown, { whole = true } = {}) {
  const text = markdown
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/</g, "&lt;")
    .replace(/\](?=[([:])/g, "]\u200b")
    .replace(/@(?=[\w])/g, "@\u200b")
    .replace(/#(?=\d)/g, "#\u200b")
    .trim();
  return whole && text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n\n… The rest is in the summary of the run.`;
}
