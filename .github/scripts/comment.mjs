// What a change means, as a comment under its pull request. Run by report.yml, which may write there: so nothing that
// comes from the pull request is run or believed. The event tells whose branch was checked; its text is a stranger's.

import { harmless, readText } from "./files.mjs";

export const MARK = "<!-- chronology: what this change means -->";
const MOST = 100_000;
const LARGEST_ARTIFACT = 1_000_000;
const OURS = "github-actions[bot]";

/** The open pull request whose head is the commit that was checked, and the text of the check: their ids, or null. */
export async function find({ github, context, core }) {
  const run = context.payload.workflow_run;
  const owner = run.head_repository?.owner?.login;
  if (!owner) return none(core, "The fork is gone");
  const pulls = await github.rest.pulls.list({
    ...context.repo,
    state: "open",
    head: `${owner}:${run.head_branch}`,
    per_page: 100,
  });
  const pull = pulls.data.find((one) => one.head.sha === run.head_sha && one.head.repo?.id === run.head_repository.id);
  if (!pull) return none(core, "No open pull request has this commit at its head");
  const artifacts = await github.rest.actions.listWorkflowRunArtifacts({
    ...context.repo,
    run_id: run.id,
    name: "meaning",
    per_page: 2,
  });
  const [artifact] = artifacts.data.artifacts;
  if (!artifact || artifact.expired) return none(core, "The check left no text");
  if (artifact.size_in_bytes > LARGEST_ARTIFACT) return none(core, "The text of the check is too large");
  return { number: pull.number, artifact: artifact.id };
}

function none(core, why) {
  core.notice(why);
  return null;
}

/** Write the comment, or write it anew: there is one for each pull request. */
export async function write({ github, context, folder, number }) {
  const body = bodyOf(readText(folder, "meaning.md", MOST), context.payload.workflow_run);
  const comments = await github.paginate(github.rest.issues.listComments, {
    ...context.repo,
    issue_number: number,
    per_page: 100,
  });
  const ours = comments.find((one) => one.user?.login === OURS && one.body?.startsWith(MARK));
  if (ours) await github.rest.issues.updateComment({ ...context.repo, comment_id: ours.id, body });
  else await github.rest.issues.createComment({ ...context.repo, issue_number: number, body });
}

export function bodyOf({ text, whole }, run) {
  return [
    MARK,
    `**What this change means**, at ${run.head_sha.slice(0, 10)}`,
    harmless(text, { whole }) || "That cannot be told: the records have mistakes, which the check lists.",
    `<sub>Written by the code of the proposed branch. [The check](${run.html_url}) has the site as it would be, as the ` +
      "artifact “preview”.</sub>",
  ].join("\n\n");
}
