// Asks the search engine which events have all words of a query: in the worker of the header's search box, one of our
// own, started with the first words. search/search_index.json says where it lies and what it is to be told.

const [SETUP, READY] = [0, 1];
const EVENTS = "chronology-events";

export class WordsSearch {
  #site;
  #id;
  #worker = null;
  #asked = null;
  #answers = new Map();

  /** `site` is the address of the site's root, `template` that of an event from it, with ID in place of its id. */
  constructor(site, template) {
    this.#site = site;
    const [before, after] = template.split("ID");
    this.#id = (address) => (address.startsWith(before) ? address.slice(before.length, address.length - after.length) : "");
  }

  /** Give `tell` the answer, {words: Set of ids, complete}; while the index still grows more than one; or {failed}. */
  async ask(query, tell) {
    this.#asked = { query, tell };
    if (this.#answers.has(query)) return tell(this.#answers.get(query));
    try {
      this.#worker ??= this.#start();
      (await this.#worker).postMessage({ type: EVENTS, data: query });
    } catch (error) {
      console.warn(error);
      this.#hear({ query, failed: true });
    }
  }

  stop() {
    this.#asked = null;
    this.#worker?.then((worker) => worker.terminate(), () => {});
    this.#worker = null;
  }

  async #start() {
    const answer = await fetch(new URL("search/search_index.json", this.#site));
    if (!answer.ok) throw new Error(`search/search_index.json: ${answer.status}`);
    const { config } = await answer.json();
    const worker = new Worker(new URL(config.chronology.worker, this.#site));
    const ready = new Promise((resolve, reject) => {
      worker.addEventListener("error", reject);
      worker.addEventListener("message", ({ data: message }) => {
        if (message.type === READY) resolve(worker);
        else if (message.type === EVENTS) this.#hear(message.data);
      });
    });
    worker.postMessage({ type: SETUP, data: { config, options: { suggest: false } } });
    return ready;
  }

  #hear({ query, addresses = [], complete = true, failed = false }) {
    if (failed) this.#worker = null;
    const answer = failed ? { words: null, failed } : { words: new Set(addresses.map(this.#id)), complete };
    if (complete && !failed) this.#answers.set(query, answer);
    if (this.#asked?.query === query) this.#asked.tell(answer);
  }
}
