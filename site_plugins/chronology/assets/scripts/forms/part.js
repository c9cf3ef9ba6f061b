// A part of a form: an input or a group of them, at a place of the record. Parts know their place through the part
// around them, because entries of a list move.

import { make } from "../explorer/dom.js";
import { hintLine, leaveWords, sentence, withCode } from "./form-words.js";

let parts = 0;

export class Part {
  element = null;
  field;
  form;
  around;
  step;
  /** Shown in the label, where it is not the field's own. */
  title;
  id = `chronology-part-${(parts += 1)}`;
  #mistakes = make("div", { class: "chronology-mistakes", id: `${this.id}-mistakes` });

  /** `form` is what all parts share: {model, data, changed(), search(kinds), say(words), …}. */
  constructor({ field, form, around, step, title }) {
    Object.assign(this, { field, form, around, step, title: title ?? field.title });
  }

  /** Make the element; after the constructor, so that parts of any kind have their own fields by then. */
  build() {}

  get loc() {
    return this.around ? [...this.around.loc, this.step] : [];
  }

  get value() {
    return this.form.model.get(this.loc);
  }

  /** Set the value and tell the form; undefined takes the field away. */
  put(value) {
    if (value !== undefined || this.value !== undefined) this.form.model.set(this.loc, value);
    this.touched = true;
    this.form.changed();
  }

  /** Say that something was taken out of the value, and offer to put it back; `show` shows the value again. */
  offerBack(words, before, show) {
    this.form.offerUndo(words, () => {
      this.put(before);
      show();
    });
  }

  /** The parts directly within. */
  get within() {
    return [];
  }

  /** The control that a mistake is about. */
  get control() {
    return null;
  }

  focus() {
    const first = this.control ?? this.within[0];
    first?.focus();
  }

  /** Something elsewhere in the record has changed. */
  update() {
    for (const part of this.within) part.update();
  }

  /** The row of a control: label, what the field is for, the control with what stands before and after, what is wrong. */
  row(control, { before = [], after = [] } = {}) {
    const describes = `${this.id}-hint`;
    const hint = hintLine(this.field, describes);
    control.setAttribute("aria-describedby", [hint && describes, this.#mistakes.id].filter(Boolean).join(" "));
    if (this.field.required) control.setAttribute("aria-required", "true");
    if (!control.id) control.id = this.id;
    return make(
      "div",
      { class: "chronology-input", "data-field": this.field.name },
      make("label", { for: control.id }, this.title, leaveWords(this.field, this.around?.owner)),
      hint,
      ...before,
      control.closest(".chronology-box") ?? control,
      ...after,
      this.#mistakes,
    );
  }

  /** Where a group shows what is wrong with all of it. */
  get mistakes() {
    return this.#mistakes;
  }

  /** Show what is wrong here: findings that no part within can show. */
  complain(findings) {
    this.hasMistake = findings.length > 0;
    const shown = this.touched || this.form.isAsked ? findings : [];
    const wanted = shown.map(sentence).join("\n");
    if (this.#mistakes.dataset.says === wanted) return;
    this.#mistakes.dataset.says = wanted;
    this.#mistakes.replaceChildren(...shown.map((one) => make("p", { class: "chronology-mistake" }, ...withCode(sentence(one)), ...this.remedies(one))));
    if (shown.length) this.control?.setAttribute("aria-invalid", "true");
    else this.control?.removeAttribute("aria-invalid");
  }

  /** Every part has been told what is wrong in it. */
  complained() {}

  /** Buttons that put a mistake right. */
  remedies() {
    return [];
  }

  /** This part and all within, outermost first. */
  *all() {
    yield this;
    for (const part of this.within) yield* part.all();
  }
}
