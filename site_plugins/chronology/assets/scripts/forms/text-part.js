// Texts: a line, a paragraph, Markdown; dates and times with how they are understood; choices; yes or no.

import { button, make } from "../explorer/dom.js";
import { timeInWords } from "./clock.js";
import { inWords } from "./date-words.js";
import { parseDate } from "./dates.js";
import { choiceWords } from "./form-words.js";
import { cleaned } from "./form-model.js";
import { proposedId } from "./ids.js";
import { Part } from "./part.js";

export class TextPart extends Part {
  #input;
  #isTyped = false;

  build() {
    const isLong = this.field.prose && !this.field.oneLine;
    this.#input = isLong
      ? make("textarea", { dir: "auto", rows: this.field.markdown ? 6 : 3, spellcheck: "true" })
      : make("input", { type: "text", dir: "auto", autocomplete: "off", ...this.attributes() });
    this.#input.value = (this.value ?? "").replace(/\n$/, "");
    this.#input.addEventListener("input", () => {
      this.#isTyped = true;
      this.put(this.taken(cleaned(this.#input.value)));
    });
    this.#input.addEventListener("blur", () => this.leave());
    this.element = this.row(this.#input, { after: this.beside() });
  }

  get control() {
    return this.#input;
  }

  /** The value of what is written: Markdown ends its last line. */
  taken(text) {
    if (!text.trim()) return undefined;
    return this.field.markdown && !text.endsWith("\n") ? `${text}\n` : text;
  }

  /** Spaces at the ends of what was typed are never meant. */
  leave() {
    if (this.#isTyped && !this.field.markdown && this.value) this.write(this.value.trim());
    this.touched = this.touched || this.value !== undefined;
    if (this.field.name === "ask") this.#proposeId();
    this.form.changed();
  }

  /** A question needs an id, which its words tell. */
  #proposeId() {
    const id = this.around.within.find((part) => part.step === "id");
    if (id && !id.value && this.value) id.write(proposedId(this.value));
  }

  /** Write another text into it. */
  write(text) {
    this.#input.value = text;
    this.put(this.taken(text));
  }

  attributes() {
    if (this.field.form?.name === "a web address") return { type: "url", inputmode: "url", placeholder: "https://" };
    if (["figure", "number"].includes(this.field.type)) return { inputmode: "decimal" };
    if (this.field.form?.name === "an id") return { autocapitalize: "none", spellcheck: "false" };
    return { spellcheck: this.field.prose ? "true" : "false" };
  }

  beside() {
    return [];
  }
}

const READ = { date: (text) => inWords(parseDate(text)), time: timeInWords };
const EXAMPLES = [
  ["2025-03-12", "that day"],
  ["2025-03", "that month; the day is not known"],
  ["2025-03-12~", "about then"],
  ["2025-03-12?", "possibly then"],
  ["2025-03-11/2025-03-13", "it lasted from one to the other"],
  ["[2025-03-11..2025-03-13]", "on one day of these"],
  ["[2025-03-11,2025-03-12]", "on one or the other"],
];

/** A date or time, with how it will be understood. */
export class ReadPart extends TextPart {
  #understood;

  attributes() {
    return { autocapitalize: "none", spellcheck: "false", placeholder: this.field.type === "date" ? "2025-03-12" : "14:30" };
  }

  beside() {
    this.#understood = make("output", { class: "chronology-understood", for: this.id });
    this.update();
    return this.field.type === "date" && this.field.required ? [this.#understood, examples()] : [this.#understood];
  }

  update() {
    const text = this.value ?? "";
    this.#understood.textContent = understood(READ[this.field.type], text);
  }

  remedies({ hint }) {
    const meant = /^write ([^ \x60,]+)$/.exec(hint)?.[1];
    return meant ? [" ", button({ class: "chronology-quiet-button" }, () => this.#use(meant), `Use ${meant}`)] : [];
  }

  /** The button goes with its mistake: the focus goes to the date. */
  #use(text) {
    this.write(text);
    this.focus();
  }
}

function understood(read, text) {
  try {
    return text ? `Understood as: ${read(text)}` : "";
  } catch {
    return "";
  }
}

function examples() {
  const rows = EXAMPLES.flatMap(([code, words]) => [make("dt", {}, make("code", {}, code)), make("dd", {}, words)]);
  return make("details", { class: "chronology-how-to" }, make("summary", {}, "How to write a date that is not certain"), make("dl", {}, ...rows));
}

/** One of the words that the schema or chronology.yml has. */
export class ChoicePart extends Part {
  #select;

  build() {
    this.#select = make("select", {}, ...this.#options());
    this.#select.value = this.value ?? "";
    this.#select.addEventListener("change", () => this.put(this.#select.value || undefined));
    this.element = this.row(this.#select);
  }

  get control() {
    return this.#select;
  }

  #options() {
    const words = this.field.listed ? this.form.data.wordsOf(this.field.listed) : this.field.choices.map((one) => [one, choiceWords(one)]);
    const own = this.value && !words.some(([id]) => id === this.value) ? [[this.value, this.value]] : [];
    return [["", "–"], ...words, ...own].map(([id, label]) => make("option", { value: id }, label));
  }
}

/** Yes or no; what is not ticked is left out. */
export class TruthPart extends Part {
  #box;

  build() {
    this.#box = make("input", { type: "checkbox" });
    this.#box.checked = this.value === "true";
    this.#box.addEventListener("change", () => this.put(this.#box.checked ? "true" : undefined));
    this.element = this.row(this.#box);
    this.element.classList.add("chronology-tick");
  }

  get control() {
    return this.#box;
  }
}

/** A literal that is there or not: `about: date`. */
export class FlagPart extends Part {
  #box;

  build() {
    const [only] = this.field.choices;
    this.#box = make("input", { type: "checkbox" });
    this.#box.checked = this.value === only;
    this.#box.addEventListener("change", () => this.put(this.#box.checked ? only : undefined));
    this.element = this.row(this.#box);
    this.element.classList.add("chronology-tick");
  }

  get control() {
    return this.#box;
  }
}

/** What a claim answers: one of its question's answers, or a date where the question is about the date. */
export class AnswerPart extends Part {
  #select = make("select");
  #input = make("input", { type: "text", autocomplete: "off", placeholder: "2025-03-12", spellcheck: "false" });
  #understood = make("output", { class: "chronology-understood" });

  build() {
    this.#select.addEventListener("change", () => this.put(this.#select.value || undefined));
    this.#input.addEventListener("input", () => this.put(cleaned(this.#input.value) || undefined));
    this.#select.id = this.id;
    this.element = this.row(this.#select, { after: [this.#input, this.#understood] });
    this.#input.setAttribute("aria-label", `${this.title}: a date`);
    this.#input.setAttribute("aria-describedby", this.#select.getAttribute("aria-describedby"));
    this.update();
  }

  get control() {
    return this.#select.hidden ? this.#input : this.#select;
  }

  get #question() {
    return this.form.model.get(this.loc.slice(0, -3)) ?? {};
  }

  update() {
    const { about, answers = {} } = this.#question;
    const isDate = about === "date";
    const value = this.value ?? "";
    this.#input.hidden = this.#understood.hidden = !isDate;
    this.#select.hidden = isDate;
    if (isDate) {
      if (this.#input.value !== value) this.#input.value = value;
      this.#understood.textContent = understood(READ.date, value);
    } else this.#offer(Object.entries(answers), value);
    this.element.hidden = !isDate && !value && !Object.keys(answers).length;
  }

  #offer(answers, value) {
    const own = value && !answers.some(([key]) => key === value) ? [[value, value]] : [];
    const options = [["", "–"], ...answers, ...own];
    const wanted = JSON.stringify(options);
    if (this.#select.dataset.offers !== wanted) {
      this.#select.dataset.offers = wanted;
      this.#select.replaceChildren(...options.map(([key, words]) => make("option", { value: key }, words || key)));
    }
    this.#select.value = value;
  }
}

/** Texts, one on each line: spellings, earlier ids, what is denied. */
export class LinesPart extends Part {
  #area;

  build() {
    this.#area = make("textarea", { dir: "auto", rows: 2, spellcheck: "false", autocapitalize: "none" });
    this.#area.value = (this.value ?? []).join("\n");
    this.#area.addEventListener("input", () => {
      const lines = cleaned(this.#area.value).split("\n").map((line) => line.trim()).filter(Boolean);
      this.put(lines.length ? lines : undefined);
    });
    this.element = this.row(this.#area, { before: [make("p", { class: "chronology-hint" }, "One on each line.")] });
  }

  get control() {
    return this.#area;
  }
}
