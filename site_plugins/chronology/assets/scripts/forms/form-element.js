// <chronology-form>: a form for a record of one kind, made from its JSON Schema. It adds a record, or changes the one
// that the address names: contribute/event/?record=ID. Nothing is sent anywhere.

import "../search/words.js";
import { button, make } from "../explorer/dom.js";
import { Draft } from "./drafts.js";
import { preview } from "./entry-preview.js";
import { FileNamePart } from "./file-name-part.js";
import { readFormData } from "./form-data.js";
import { FormModel } from "./form-model.js";
import { ONE } from "./form-words.js";
import { Outcome } from "./outcome.js";
import { makePart } from "./parts.js";
import { RecordBox } from "./picker-part.js";
import { distribute, problemList } from "./problem-list.js";
import { checkRecord } from "./record-check.js";
import { RecordSearch } from "./record-search.js";
import { readSchema } from "./schema.js";
import { loadYaml } from "./yaml-library.js";
import { readYaml } from "./yaml-reader.js";

const SAID = 4000; // milliseconds that a message stands
const PAUSE = 200; // milliseconds of no writing after which the record is checked

export class ChronologyForm extends HTMLElement {
  #started = false;
  #timer = 0;
  #saying = 0;
  #searches = new Map();
  #status = make("p", { class: "chronology-said-by-form", role: "status" });
  #preview = make("div", { class: "chronology-record" });

  /** What parts share: the record, the data, whether all mistakes are to be shown. */
  model = null;
  data = null;
  isAsked = false;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.#start().catch((error) => {
      console.error(error);
      this.#fail();
    });
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    clearTimeout(this.#saying);
  }

  get #kind() {
    return this.dataset.folder;
  }

  async #start() {
    this.setAttribute("aria-busy", "true");
    const [schema, data] = await Promise.all([fetchJSON(this.dataset.schema), fetchJSON(this.dataset.src)]);
    this.field = readSchema(schema);
    this.data = readFormData(data);
    this.record = new URLSearchParams(location.search).get("record");
    const isThere = this.record && this.data.records[this.#kind].has(this.record);
    const unknown = this.record && !isThere ? this.record : null;
    if (!isThere) this.record = null;
    this.model = isThere ? await this.#load() : new FormModel(this.field);
    this.#draft = new Draft({ site: new URL(this.dataset.root, location).pathname, kind: this.#kind, record: this.record ?? "" });
    this.#build(unknown, this.#restore());
    this.removeAttribute("aria-busy");
  }

  #draft;

  async #load() {
    const address = this.dataset.records.replace("ID", this.record);
    const [library, text] = await Promise.all([loadYaml(), fetchText(address)]);
    return FormModel.load({ field: this.field, text, read: (one) => readYaml(library, one) });
  }

  /** Take a draft up again; returns it, or null. */
  #restore() {
    const draft = this.#draft.load();
    if (!draft?.data) return null;
    this.model.data = draft.data;
    return { ...draft, isStale: draft.text !== this.model.original };
  }

  #build(unknown, draft) {
    const { field } = this;
    this.#root = makePart({ field, form: this, around: null, owner: this.#kind, without: ["id"], bare: true });
    const taken = this.data.records[this.#kind];
    this.#name = this.record ? null : new FileNamePart({ kind: this.#kind, taken, changed: () => this.changed() });
    if (draft?.id && this.#name) this.#name.own = draft.id;
    const patterns = this.dataset.hosts ? JSON.parse(this.dataset.hosts) : null;
    this.#outcome = new Outcome({ patterns, name: this.#name?.element, say: (words) => this.say(words) });
    const form = make("form", { novalidate: true, "aria-label": this.record ? "Change the record" : "The new record" }, this.#root.element);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("focusout", () => this.changed());
    const aside = make("aside", { class: "chronology-preview", "aria-label": "As lists show it", tabindex: "0" }, make("h2", {}, "As lists show it"), this.#preview);
    this.replaceChildren(this.#which(unknown), this.#draftNote(draft), form, aside, this.#outcome.element, this.#status);
    this.#check();
  }

  #root;
  #name;
  #outcome;

  /** What is being written: a new record, or which one is changed; and the way to another. */
  #which(unknown) {
    const one = ONE[this.#kind];
    const box = new RecordBox({ form: this, names: [this.#kind], label: `Find the ${one} to change`, take: ({ id }) => this.#go(id) });
    const there = this.record && this.data.records[this.#kind].get(this.record);
    const address = there && `${this.dataset.root}${this.dataset.address.replace("ID", this.record)}`;
    const a = /^[aeiou]/.test(one) ? "an" : "a";
    return make(
      "div",
      { class: "chronology-which" },
      unknown ? make("p", { class: "chronology-mistake" }, `There is no ${one} “${unknown}” here. Find it below, or add it.`) : null,
      there
        ? make("p", {}, "You are changing ", make("a", { href: address }, there.label), ". ", make("a", { href: location.pathname }, `Add a new ${one} instead`))
        : make("p", {}, `You are adding ${a} ${one}. Or change one that is there:`),
      there ? null : box.element,
    );
  }

  #go(id) {
    location.search = new URLSearchParams({ record: id });
  }

  #draftNote(draft) {
    this.#kept = make("p", { class: "chronology-draft", hidden: !draft });
    if (draft) this.#sayDraft(`A draft of ${new Date(draft.saved).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })} was taken up again.${draft.isStale ? " The record has changed on the site since then: look at what changed at the end of this page." : ""}`);
    return this.#kept;
  }

  #kept;

  #sayDraft(words) {
    this.#kept.hidden = false;
    if (this.#kept.dataset.says === words) return;
    this.#kept.dataset.says = words;
    this.#kept.replaceChildren(words, " ", button({ class: "chronology-quiet-button" }, () => this.#discard(), "Discard the draft"));
  }

  #discard() {
    this.#draft.clear();
    clearTimeout(this.#timer);
    this.#started = false;
    this.#name = null;
    this.connectedCallback();
    this.say("The draft is discarded");
  }

  // What parts use ----------------------------------------------------------------------------------------------------

  part(options) {
    return makePart(options);
  }

  /** The search for records of some kinds. */
  search(kinds) {
    const key = kinds.join();
    if (!this.#searches.has(key)) {
      const records = kinds.flatMap((kind) => [...this.data.records[kind].values()]);
      this.#searches.set(key, new RecordSearch(records, self.chronologySearch.words));
    }
    return this.#searches.get(key);
  }

  formAddress(kind) {
    const own = location.pathname.endsWith(".html") ? `${ONE[kind]}.html` : `../${ONE[kind]}/`;
    return new URL(own, location).href;
  }

  say(words) {
    clearTimeout(this.#saying);
    this.#status.textContent = words;
    this.#saying = setTimeout(() => (this.#status.textContent = ""), SAID);
  }

  /** Something was written: check, show and keep it, once the writer pauses. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), PAUSE);
  }

  #check() {
    this.#root.update();
    const record = this.model.record();
    const id = this.record ?? this.#name.id;
    const title = record.title ?? record.name ?? "";
    this.#name?.show(title);
    const found = checkRecord(this.#kind, id, record, this.field, this.data.known);
    const placed = distribute(found.map((one) => ({ ...one, loc: this.model.placeOf(one.loc) })), this.#root);
    const isBlank = !Object.keys(record).length;
    this.#outcome.problems.replaceChildren(...[isBlank ? null : problemList(placed, (part) => this.#reach(part))].filter(Boolean));
    this.#preview.replaceChildren(preview(this.#kind, record, this.data));
    this.#outcome.show({ ...this.model.written(), original: this.model.original, path: this.#path(record), isNew: !this.record, isChanged: this.model.isChanged, isShared: this.#isShared, title });
    this.#keep();
  }

  #reach(part) {
    this.isAsked = true;
    for (let here = part; here.around; here = here.around) here.around.reveal?.(here);
    part.focus();
    part.element.scrollIntoView({ block: "center" });
    this.changed();
  }

  get #isShared() {
    return Boolean(this.record) && this.data.records[this.#kind].get(this.record).file.split("/").at(-1) !== `${this.record}.yml`;
  }

  /** The file: of a new event in the folder of its year, where those are kept so. */
  #path(record) {
    const folder = `${this.data.content}/${this.#kind}`;
    if (this.record) return `${folder}/${this.data.records[this.#kind].get(this.record).file}`;
    const year = this.#kind === "events" && this.data.byYear && /\d{4}/.exec(record.date ?? "")?.[0];
    return [folder, year, `${this.#name.id}.yml`].filter(Boolean).join("/");
  }

  #keep() {
    const { data, original, isChanged } = this.model;
    if (!isChanged) {
      this.#draft.clear();
      return;
    }
    const isKept = this.#draft.save({ data, id: this.#name?.own, text: original });
    if (isKept && this.#kept.hidden) this.#sayDraft("A draft is kept in this browser, and nowhere else.");
  }

  #fail() {
    this.removeAttribute("aria-busy");
    const words = "The form could not be loaded. Try again in a moment, or change the record by hand:";
    this.prepend(make("p", { class: "chronology-mistake", role: "alert" }, words));
  }
}

async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

async function fetchJSON(address) {
  return JSON.parse(await fetchText(address));
}
