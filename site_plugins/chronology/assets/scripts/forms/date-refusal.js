/** A text that is no date, or no time, of the profile: `problem` says what is wrong and `hint` what would be right. */
export class DateRefusal extends Error {
  constructor([problem, hint]) {
    super(`${problem}; ${hint}`);
    this.problem = problem;
    this.hint = hint;
  }
}
