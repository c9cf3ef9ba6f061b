// Drafts, kept in this browser and nowhere else.

const PREFIX = "chronology-draft:";

export class Draft {
  #key;

  /** `site`: the site's root, because several chronologies may share an origin; `record`: an id, or "" for a new one. */
  constructor({ site, kind, record }) {
    this.#key = `${PREFIX}${site}:${kind}:${record}`;
  }

  /** {data, id, text, saved}: `text` is what the record was when the draft was begun; null where there is none. */
  load() {
    try {
      return JSON.parse(localStorage.getItem(this.#key));
    } catch {
      return null;
    }
  }

  /** Whether it could be kept: storage may be full or forbidden. */
  save(content) {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ ...content, saved: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // forbidden: then nothing was kept
    }
  }
}
