// Texts of a record as messages repeat them: short, and with nothing that could not be seen.

const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** The text with its control characters spelt out. */
export function printable(text) {
  return text.replace(UNSEEN, (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`);
}

/** A value as a message shows it: in quotation marks, shortened. */
export function quoted(text, most = 40) {
  const signs = Array.from(text);
  return `'${printable(signs.length <= most ? text : `${signs.slice(0, most - 1).join("")}…`)}'`;
}

/** The number of characters as Python counts them. */
export function lengthOfText(text) {
  return Array.from(text).length;
}
