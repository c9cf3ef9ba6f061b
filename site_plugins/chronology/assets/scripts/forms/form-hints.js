// What the schemas and the check say to those who write YAML, for those who fill in a form. Whatever is not here is said
// to both in the same words.

const HINTS = new Map([
  ["When it happened (see Dates).", "When it happened, as exactly as the sources tell and no more."],
  ["Clock time, `14:30` or `14:30~`.", "By the clock: `14:30`, or `14:30~` for about then."],
  ["One of the question's `answers`; a date where the question is `about: date`.", "Which of the possible answers it gives."],
  ["The rival answers: key to words.", "What rivals answer, in words. The short key beside it is for links, and may stay as proposed."],
  ["The question itself. Required unless `series` is given.", "What is to be known, such as “Who held the town?” May be empty where a series is chosen."],
  ["Answers add up; rivals only where one `denies` another.", "Several answers can be true together."],
  ["`date`: the event's date is disputed; answers are dates, and `date` spans them.", "The event’s date is disputed: answers are dates, and the event’s own date spans them."],
  ["A unit from chronology.yml, the one that the source uses.", "The one that the source uses."],
  ["A unit from chronology.yml.", "The unit of the figures."],
  ["The unit that figures are compared in, from chronology.yml.", "The unit that figures are compared in."],
  ["What each party says. Empty: an open question.", "What each party says, a claim each. Without any, the question is open."],
  ["Language tag of the text.", "Of the text, as a tag: `en`, `uk`, `ru`."],
  ["When; none: claims that rest on it have no date of saying.", "As printed. Without it, what is claimed there has no date unless the claim says one."],
  ["Why there is none. Required without `url`.", "Why there is none, where no address is given."],
]);
/** A choice says all of it. */
const LISTED = /^One of the `\w+` of chronology\.yml\.$/;

const REMEDIES = new Map([
  ["add `sources: [id-of-a-source]`, or a question whose claims have theirs", "choose one, or add a question whose claims have theirs"],
  ["add `answer: `, `says: ` or a figure (`value: `, or `low: ` and `high: `)", "choose an answer, say it in words, or give a figure"],
  ["add `ask: ` with the question, or `series: `", "write the question, or choose a series"],
  ["add `url: `, or `without_url: ` with the reason why there is none", "give its address, or the reason why there is none"],
  ["keep `url`, or keep the reason why there is none", "keep the address, or the reason why there is none"],
  ["add `time: `, or remove the line", "give a clock time, or leave the zone out"],
  ["add `answers: {key: words}` to the question, or write what is claimed in `says`", "add answers to the question, or say it in words"],
  ["add `unit: `, or `series: ` to the question", "choose a unit, or a series for the question"],
  ["add `value: `, or `low: ` and `high: `", "give a figure, or where it begins and ends"],
  ["write a text or remove the line", "write a text, or leave it out"],
]);

/** What a field is for. */
export const hintOf = ({ description }) => HINTS.get(description) ?? (LISTED.test(description) ? "" : description);

/** What is wrong and what would be right: {message, hint}. */
export function saidOf({ lacks, message, hint }) {
  if (lacks && message === `the field '${lacks}' is missing`) return { message: "this is needed", hint: "" };
  return { message, hint: REMEDIES.get(hint) ?? hint };
}
