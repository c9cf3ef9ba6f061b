// How the form ends: the text of the record, or what changed in it, to copy, to download, and to hand in at the
// repository's host.

import { button, make } from "../explorer/dom.js";
import { handIn, issue } from "./host-address.js";
import { lineDiff } from "./line-diff.js";

export class Outcome {
  element;
  #patterns;
  #name;
  #say;
  #given = null;
  #problems = make("div");
  #text = make("div");
  #now = make("h3", {}, "What to do now");
  #ways = make("div", { class: "chronology-ways" });
  #next = make("div", { class: "chronology-next" });
  #kept = make("p", { class: "chronology-hint" }, "Nothing leaves this browser before you hand it in there. The draft stays here until you discard it.");

  /** `patterns`: the host's addresses, or null; `name`: the part that names a new file, or null; `say` announces. */
  constructor({ patterns, name, say }) {
    this.#patterns = patterns;
    this.#name = name;
    this.#say = say;
    this.element = make(
      "section",
      { class: "chronology-section chronology-outcome-of-form", "aria-labelledby": "chronology-hand-in" },
      make("h2", { id: "chronology-hand-in" }, "Hand it in"),
      this.#problems,
      name,
      this.#text,
      this.#now,
      this.#next,
      this.#ways,
      this.#kept,
    );
  }

  /** `list` is what is to be put right, or null. */
  showProblems(list) {
    renew(this.#problems, list);
  }

  /**
   * `given`: {text, original, inPlace, path, isNew, isShared, title, isChanged, mistakes, needs, event}: how many mistakes there
   * are, the record of a new event, and what has to be handed in as well ({words, address}).
   */
  show(given) {
    const before = this.#given;
    this.#given = given;
    if (this.#name) this.#name.hidden = !given.isChanged;
    const isIdle = !given.isChanged;
    for (const part of [this.#now, this.#next, this.#ways, this.#kept]) part.hidden = isIdle;
    renew(this.#next, isIdle ? null : this.#advice(given));
    if (before && before.text === given.text && before.path === given.path) return;
    this.#text.replaceChildren(...this.#shown(given));
    if (!isIdle) this.#ways.replaceChildren(...this.#buttons(given));
  }

  #shown({ text, original, inPlace, path, isChanged, isNew }) {
    const file = make("p", { class: "chronology-file-name" }, isNew ? "A new file: " : "The file: ", make("code", {}, path));
    if (isNew && !isChanged) return [make("p", { class: "chronology-hint" }, "Once something is written above, the record stands here as text, to copy, download or propose.")];
    if (isNew) return [file, code("The record as YAML", text, true)];
    if (!isChanged) return [make("p", { class: "chronology-hint" }, "Nothing has been changed yet. What you change above is shown here, line by line.")];
    const lost = inPlace ? null : make("p", { class: "chronology-hint" }, "The file could not be changed line by line; it was written anew, without its comments.");
    return [file, lost, diff(lineDiff(original, text)), code("The whole text", text, false)].filter(Boolean);
  }

  #buttons({ text, original, path, isNew, title, event }) {
    const patterns = this.#patterns;
    const copy = button({ class: "chronology-button" }, () => this.#copy(), "Copy the text");
    const save = button({ class: "chronology-button" }, () => this.#save(), "Download the file");
    if (!patterns) return [copy, save];
    const { way, address, isFilled } = handIn(patterns, { path, text, isNew });
    const words = {
      new: isFilled ? `Propose it on ${patterns.host}` : `Open a new file on ${patterns.host}`,
      edit: `Open its file on ${patterns.host}`,
      issue: `Open an issue on ${patterns.host}`,
    };
    const first = make("a", { class: "chronology-button chronology-first", href: address, target: "_blank", rel: "noopener" }, words[way]);
    const change = isNew ? null : lineDiff(original, text).map(({ sign, text: line }) => `${sign} ${line}\n`).join("");
    const other = issue(patterns, { title: `Suggestion: ${title || path}`, path, text, change, event }).address;
    const report = way === "issue" ? null : make("a", { href: other, target: "_blank", rel: "noopener" }, "Open an issue with it instead");
    return [...(isFilled ? [first, copy, save] : [copy, first, save]), report].filter(Boolean);
  }

  #advice(given) {
    const steps = [...this.#before(given), ...this.#handing(given)];
    return make("ol", {}, ...steps.map((step) => make("li", {}, ...[step].flat())));
  }

  /** What comes before handing it in. */
  #before({ mistakes, needs }) {
    const steps = [];
    if (mistakes) steps.push(`Put right what is listed above. If you cannot, hand it in all the same and say so: whoever reads it can help.`);
    if (needs.length) {
      const links = needs.flatMap(({ words, address }, number) => [number ? ", " : "", make("a", { href: address, target: "_blank" }, words)]);
      steps.push(["Hand in what this record names and the site does not have yet, each from its own form: ", ...links, "."]);
    }
    return steps;
  }

  #handing({ text, path, isNew, isShared }) {
    if (!this.#patterns) return ["Copy the text or download the file.", "Send it to whoever publishes this site, with one sentence: what you changed, and which source shows it."];
    const { host } = this.#patterns;
    const { way, isFilled } = handIn(this.#patterns, { path, text, isNew });
    if (way === "issue") return [isFilled ? `Open an issue on ${host}: it is filled in.` : "Copy the text, open an issue, and paste it."];
    const save = `Save with one sentence that says what you changed, and which source shows it. You need an account on ${host}; if you have no right to write there, it makes a copy of your own and a pull request of it.`;
    const read = "A person reads it, and may ask you something there. Once it is merged, it is on the site.";
    if (way === "new" && isFilled) return [`Propose it: ${host} opens with the file filled in. If its editor is empty, copy the text and paste it there.`, save, read];
    const open = isNew ? `Open a new file on ${host}, and paste it.` : isShared ? "Open its file, find this record in it, and put the text in its place: the file holds several." : "Open its file, choose everything in the editor, and paste: the text takes the place of the old.";
    return [isNew ? "Copy the text: it is too long for an address." : "Copy the text.", open, save, read];
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#given.text);
      this.#say("The text is copied");
    } catch {
      this.#say(this.#select() && document.execCommand("copy") ? "The text is copied" : "Copying is not allowed here; choose the text and copy it.");
    }
  }

  #select() {
    const shown = this.#text.querySelector("details:last-of-type");
    shown.open = true;
    getSelection().selectAllChildren(shown.querySelector("code"));
    return true;
  }

  #save() {
    const { text, path } = this.#given;
    const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    make("a", { href: address, download: path.split("/").at(-1) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    this.#say("The file is downloaded");
  }
}

/** Another content, unless it is the same: what stays can be clicked while the form is checked. */
function renew(element, content) {
  if (element.firstElementChild?.outerHTML !== content?.outerHTML) element.replaceChildren(...[content].filter(Boolean));
}

function code(title, text, open) {
  return make("details", { class: "chronology-text", open }, make("summary", {}, title), make("pre", { tabindex: "0" }, make("code", {}, text)));
}

function diff(lines) {
  const words = { "-": "removed", "+": "added" };
  const rows = lines.map(({ sign, text }) =>
    make("div", { "data-sign": sign }, words[sign] && make("span", { class: "chronology-unseen" }, `${words[sign]}: `), make("span", { "aria-hidden": "true" }, `${sign} `), text),
  );
  return make("div", { class: "chronology-diff", role: "region", tabindex: "0", "aria-label": "What changed" }, ...rows);
}
