// <chronology-form>: a form for a record of one kind, made from its JSON Schema. It adds a record, or changes the one
// that the address names: contribute/event/?record=ID. Nothing is sent anywhere.

import "../search/words.js";
import { make } from "../explorer/dom.js";
import { DraftNote } from "./draft-note.js";
import { begunRecords, Draft, freeNumber, newRecord } from "./drafts.js";
import { preview } from "./entry-preview.js";
import { FileNamePart } from "./file-name-part.js";
import { fetchJSON, fetchText } from "./fetched.js";
import { readFormData } from "./form-data.js";
import { FormModel } from "./form-model.js";
import { ONE } from "./form-words.js";
import { LikelyNote } from "./likely-note.js";
import { merged } from "./merge.js";
import { Outcome } from "./outcome.js";
import { makePart } from "./parts.js";
import { simplified } from "./plain-data.js";
import { distribute, problemList } from "./problem-list.js";
import { checkRecord } from "./record-check.js";
import { RecordSearch } from "./record-search.js";
import { Said } from "./said.js";
import { readSchema } from "./schema.js";
import { whichRecord } from "./which-record.js";
import { loadYaml } from "./yaml-library.js";
import { readYaml } from "./yaml-reader.js";

const PAUSE = 200; // milliseconds of no writing after which the record is checked

export class ChronologyForm extends HTMLElement {
  #started = false;
  #timer = 0;
  #searches = new Map();
  #said = new Said();
  #preview = make("div", { class: "chronology-record" });

  /** What parts share: the record, the data, whether all mistakes are to be shown. */
  model = null;
  data = null;
  isAsked = false;

  connectedCallback() {
    addEventListener("storage", this.#onStorage);
    if (this.#started) return;
    this.#started = true;
    this.#begin();
  }

  #begin() {
    return this.#start().catch((error) => {
      console.error(error);
      this.#fail();
    });
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#said.clear();
    removeEventListener("storage", this.#onStorage);
  }

  get #kind() {
    return this.dataset.folder;
  }

  async #start() {
    this.setAttribute("aria-busy", "true");
    const [schema, data] = await Promise.all([fetchJSON(this.dataset.schema), fetchJSON(this.dataset.src)]);
    this.field = readSchema(schema);
    this.data = readFormData(data);
    const asked = new URLSearchParams(location.search);
    this.record = asked.get("record");
    const isThere = this.record && this.data.records[this.#kind].has(this.record);
    const unknown = this.record && !isThere ? this.record : null;
    if (!isThere) this.record = null;
    this.model = isThere ? await this.#load() : new FormModel(this.field);
    this.#draft = new Draft({ site: this.#site, kind: this.#kind, record: this.record ?? newRecord(Number(asked.get("new")) || 1) });
    this.#takeBegun();
    this.#build(unknown, this.#restore());
    this.removeAttribute("aria-busy");
  }

  #draft;

  get #site() {
    return new URL(this.dataset.root, location).pathname;
  }

  /** Records that are begun in this browser can be named before they are published. */
  #takeBegun() {
    this.#searches.clear();
    this.data.takeBegun(begunRecords(this.#site, Object.keys(ONE)).filter(({ key }) => key !== this.#draft.key));
  }

  /** Something was written in another tab: a record that this one may name, or this very draft. */
  #onStorage = ({ key, newValue }) => {
    if (!this.model || this.hasAttribute("aria-busy")) return;
    if (key === this.#draft.key && newValue) this.#note.changedElsewhere();
    this.#takeBegun();
    this.changed();
  };

  async #load() {
    const address = this.dataset.records.replace("ID", this.record);
    const [library, text] = await Promise.all([loadYaml(), fetchText(address)]);
    this.#read = (one) => readYaml(library, one);
    return FormModel.load({ field: this.field, text, read: this.#read });
  }

  #read = null;

  /** Take a draft up again; returns it, or null. Where the record has changed since, both changes are put together. */
  #restore() {
    const draft = this.#draft.load();
    if (!draft?.data) return null;
    const isStale = Boolean(this.record) && draft.text !== this.model.original;
    const { data, clashes } = isStale ? this.#merged(draft) : { data: draft.data, clashes: [] };
    this.model.data = data;
    return { ...draft, isStale, clashes };
  }

  #merged({ text, data }) {
    const [base, mine] = [this.#read(text), data].map((one) => simplified(one, this.field));
    return merged(base, mine, this.model.data);
  }

  #build(unknown, draft) {
    const { field } = this;
    this.#root = makePart({ field, form: this, around: null, owner: this.#kind, without: ["id"], bare: true });
    this.#likely = new LikelyNote({ kind: this.#kind, root: this.#root, address: (one) => this.#addressOf(one) });
    const taken = this.data.records[this.#kind];
    this.#name = this.record ? null : new FileNamePart({ kind: this.#kind, taken, changed: () => this.changed() });
    if (draft?.own && this.#name) this.#name.own = draft.own;
    const patterns = this.dataset.hosts ? JSON.parse(this.dataset.hosts) : null;
    this.#outcome = new Outcome({ patterns, name: this.#name?.element, say: (words) => this.say(words) });
    const form = make("form", { novalidate: true, "aria-label": this.record ? "Change the record" : "The new record" }, this.#root.element);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("focusout", () => this.changed());
    const aside = make("aside", { class: "chronology-preview", "aria-label": "As lists show it", tabindex: "0" }, make("h2", {}, "As lists show it"), this.#preview);
    this.#sayOfDraft(draft);
    const there = this.record && this.data.records[this.#kind].get(this.record);
    const which = whichRecord({ form: this, kind: this.#kind, unknown, there, address: there && this.#addressOf(there), take: (one) => this.#go(one) });
    this.replaceChildren(which, this.#note.element, form, aside, this.#outcome.element, this.#said.element);
    this.#check();
  }

  #root;
  #likely;
  #name;
  #outcome;
  #placed = [];

  /** The page of a record, or its form where it is begun here. */
  #addressOf({ id, number }) {
    return number ? this.formAddress(this.#kind, number) : `${this.dataset.root}${this.dataset.address.replace("ID", id)}`;
  }

  #go({ id, number }) {
    location.search = new URLSearchParams(number ? { new: number } : { record: id });
  }

  #sayOfDraft(draft) {
    const one = ONE[this.#kind];
    const another = () => (this.record ? null : make("a", { href: this.formAddress(this.#kind) }, `Begin another ${one}`));
    this.#note = new DraftNote({ discard: () => this.#discard(), another });
    if (!draft) return;
    const fields = new Set(draft.clashes.map(([name]) => this.field.fields.get(name)?.title ?? name));
    if (!this.record && this.data.records[this.#kind].has(draft.id)) this.#note.published(draft.id);
    else this.#note.takenUp({ ...draft, clashes: [...fields] });
  }

  #note;

  async #discard() {
    this.#check();
    const discarded = this.#draft.load();
    this.#draft.clear();
    await this.#again();
    if (!discarded) return;
    this.offerUndo("The draft is discarded", async () => {
      this.#draft.save(discarded);
      await this.#again();
      this.say("The draft is back");
    });
    this.#said.focus();
  }

  /** Begin again with what is kept. */
  async #again() {
    clearTimeout(this.#timer);
    this.#name = this.#keptNow = null;
    await this.#begin();
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
      this.#searches.set(key, new RecordSearch(records, self.chronologySearch));
    }
    return this.#searches.get(key);
  }

  /** The form for a record of a kind: for a new one, or for the one that was begun under a number. */
  formAddress(kind, begun = freeNumber(begunRecords(this.#site, [kind]), kind)) {
    const own = location.pathname.endsWith(".html") ? `${ONE[kind]}.html` : `../${ONE[kind]}/`;
    const address = new URL(own, location);
    if (begun > 1) address.searchParams.set("new", begun);
    return address.href;
  }

  say(words) {
    this.#said.say(words);
  }

  /** Something was taken away: until the next change it can be brought back. */
  offerUndo(words, undo) {
    this.#said.offer(words, this.#state, undo);
  }

  get #state() {
    return JSON.stringify(this.model.record());
  }

  /** Something was written: check, show and keep it, once the writer pauses. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), PAUSE);
  }

  #check() {
    this.#root.update();
    const record = this.model.record();
    this.#said.passed(JSON.stringify(record));
    const id = this.record ?? this.#name.id;
    const title = record.title ?? record.name ?? "";
    this.#name?.show(record);
    this.#likely.show(this.record, record, this.data);
    const found = checkRecord(this.#kind, id, record, this.field, this.data.known);
    const placed = distribute(found.map((one) => ({ ...one, loc: this.model.placeOf(one.loc) })), this.#root);
    const isBlank = !Object.keys(record).length;
    this.#placed = placed.map(([, part]) => part);
    this.#outcome.showProblems(isBlank ? null : problemList(placed, (number) => this.#reach(this.#placed[number])));
    this.#preview.replaceChildren(preview(this.#kind, record, this.data));
    this.#outcome.show({ ...this.model.written(), original: this.model.original, path: this.#path(record), isNew: !this.record, isChanged: this.model.isChanged, isShared: this.#isShared, title, event: !this.record && this.#kind === "events" ? record : null, needs: this.#needs(record), mistakes: found.length + Number(this.#name?.isWrong ?? false) });
    this.#keep(title);
  }

  /** What has to be handed in as well, because this record names it: {words, address}. */
  #needs(record) {
    return this.data.begunIn(record).map(({ kind, number, label, id }) => ({ words: `${ONE[kind]} “${label || id}”`, address: this.formAddress(kind, number) }));
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

  /** Keep what is written; only what is new, or two tabs would answer each other for ever. */
  #keep(label) {
    const { data, original, isChanged } = this.model;
    const content = { data, own: this.#name?.own, id: this.#name?.chosen ?? this.record, label, text: original };
    const now = isChanged ? JSON.stringify(content) : null;
    if (now === this.#keptNow) return;
    this.#keptNow = now;
    if (!isChanged) this.#draft.clear();
    else if (this.#draft.save(content)) this.#note.kept();
  }

  #keptNow = null;

  #fail() {
    this.removeAttribute("aria-busy");
    const words = "The form could not be loaded. Try again in a moment, or change the record by hand:";
    this.prepend(make("p", { class: "chronology-mistake", role: "alert" }, words));
  }
}
