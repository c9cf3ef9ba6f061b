// A list that holds every event already: hides the entries that are left out, and the days and months that they leave
// empty. What a day in "as known on" hides has `hidden`; what a filter leaves out has `data-out`; a month counts what
// neither hides.

export class EntryList {
  #root;
  #entries;
  #days;
  #months;

  constructor(root) {
    this.#root = root;
    this.#entries = [...root.querySelectorAll("article[data-event]")];
    this.#days = [...root.querySelectorAll(".chronology-day")].map((day) => [day, entriesIn(day)]);
    this.#months = [...root.querySelectorAll(".chronology-month")].map((month) => [month, following(month).flatMap(entriesIn)]);
  }

  show({ dataset, result }) {
    for (const entry of this.#entries) {
      const event = dataset.indexOf(entry.dataset.event);
      entry.toggleAttribute("data-out", event < 0 || !result.has(event));
    }
    for (const [day, entries] of this.#days) leaveOut(day, !entries.some(isShown));
    for (const [month, entries] of this.#months) this.#showMonth(month, entries);
    const jump = this.#root.querySelector(".chronology-jump");
    if (jump) leaveOut(jump, jump.querySelectorAll("a:not([hidden], [data-out])").length < 2);
  }

  #showMonth(month, entries) {
    const shown = entries.filter(isShown).length;
    leaveOut(month, shown === 0);
    for (const link of this.#root.querySelectorAll(`a[href="#${CSS.escape(month.id)}"]`)) leaveOut(link, shown === 0);
    const count = month.querySelector("small");
    count.dataset.all ??= count.textContent;
    count.textContent = shown < entries.length ? `${shown} of ${count.dataset.all}` : count.dataset.all;
  }
}

const entriesIn = (day) => [...day.querySelectorAll("article[data-event]")];
const isShown = (entry) => !entry.hidden && !entry.hasAttribute("data-out");
const leaveOut = (element, out) => element.toggleAttribute("data-out", out);

function following(month) {
  const days = [];
  for (let next = month.nextElementSibling; next?.matches(".chronology-day"); next = next.nextElementSibling) days.push(next);
  return days;
}
