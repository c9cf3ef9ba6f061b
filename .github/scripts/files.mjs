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
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const JOINER = "\u2060"; // invisible, and no letter: what it parts is no markup and no reference any more

/**
 * Where a text could act. GitHub looks for most of it in what is left when Markdown has been read, so that a backslash
 * (`\\?`) changes nothing. What is parted shows no difference, in code either.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const ACTING = [
  /(?<=<)/g, // HTML, comments, <https://…>
  /(?<=&)(?=[#\w])/g, // &#64;name
  /(?=`{3,}|~{3,})/g, // diagrams, and blocks that would take in what is below
  /(?<=\$)(?=[$`])/g, // blocks of formulas
  /(?<=\])(?=[([:])/g, // links and pictures that show another address than their own
  /(?<=@)/g, // @name, @organisation/team, name@commit, addresses for mail
  /(?<=#)(?=\d)/g, // #12, owner/repository#12
  /(?<=\bgh)(?=\\?-\d)/gi, // GH-12
  /(?<=\b(?!GH)[A-Z]{2,})(?=\\?-\d)/g, // keys of other trackers
  /(?<=:)(?=[\\a-z+/-])/gi, // https://…, and :emoji:
  /(?<=\bww)(?=w\\?\.)/gi, // www.
  /(?<=\b(?=[a-f]*\d)(?:[\da-f]{6})+)(?=[\da-f]+\b)/gi, // commits
];

/** A line of a list that is nothing but code, whatever stands before it: addresses in it can be copied. */
const CODE = /^- `[^`]+`(?: `[^`]+`)*$/;

/**
 * Markdown, no longer than a comment may be, without HTML, pictures and links; nobody is called by name, and no other
 * issue is told. Signs that are not seen are left out.
 */
export function harmless(markdown, { whole = true } = {}) {
  const lines = markdown.replace(INVISIBLE, "").split("\n");
  const text = lines.map((line) => (CODE.test(line) ? line : parted(line))).join("\n").trim();
  return whole && text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n\n… The rest is in the summary of the run.`;
}

function parted(line) {
  return ACTING.reduce((text, spot) => text.replace(spot, JOINER), line);
}
