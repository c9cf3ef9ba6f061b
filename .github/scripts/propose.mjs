// What became of the sources, as a pull request; as an issue, where Actions may open none. Run by sources.yml.

import { harmless, readText } from "./files.mjs";

export const PATH = "sources-report.json";
export const BRANCH = "sources-report";
export const TITLE = "What became of the sources";
const LARGEST_REPORT = 20_000_000;
const MOST = 100_000;
const OURS = "github-actions[bot]";

/** Put the report on its branch, and propose that. Resolves to what was done, in a word. */
export async function propose({ github, context, folder }) {
  const { repo } = context;
  const base = context.payload.repository.default_branch;
  const sha = await commit(github, repo, base, readReport(folder));
  if (!sha) return "unchanged";
  await putBranch(github, repo, sha);
  const seen = readText(folder, "sources.md", MOST);
  const body = harmless(seen.text, seen);
  const open = await github.rest.pulls.list({ ...repo, state: "open", head: `${repo.owner}:${BRANCH}`, base });
  if (open.data.length) {
    await github.rest.pulls.update({ ...repo, pull_number: open.data[0].number, body });
    return "updated";
  }
  try {
    await github.rest.pulls.create({ ...repo, title: TITLE, head: BRANCH, base, body });
  } catch (error) {
    if (error.status !== 403) throw error;
    await tellInIssue(github, context, base, body);
    return "issue";
  }
  return "opened";
}

function readReport(folder) {
  const { text, whole } = readText(folder, PATH, LARGEST_REPORT);
  if (!whole) throw new Error(`${PATH} is too large`);
  if (JSON.parse(text).format !== 1) throw new Error(`${PATH} has another format`);
  return text;
}

/** A commit on the default branch with the report, or null where it is there already. */
async function commit(github, repo, base, report) {
  const tip = (await github.rest.git.getRef({ ...repo, ref: `heads/${base}` })).data.object.sha;
  const now = (await github.rest.git.getCommit({ ...repo, commit_sha: tip })).data.tree.sha;
  const file = { path: PATH, mode: "100644", type: "blob", content: report };
  const tree = (await github.rest.git.createTree({ ...repo, base_tree: now, tree: [file] })).data.sha;
  if (tree === now) return null;
  const message = "Write down what became of the sources";
  return (await github.rest.git.createCommit({ ...repo, message, tree, parents: [tip] })).data.sha;
}

async function putBranch(github, repo, sha) {
  try {
    await github.rest.git.updateRef({ ...repo, ref: `heads/${BRANCH}`, sha, force: true });
  } catch (error) {
    if (![404, 422].includes(error.status)) throw error;
    await github.rest.git.createRef({ ...repo, ref: `refs/heads/${BRANCH}`, sha });
  }
}

async function tellInIssue(github, context, base, body) {
  const { repo, serverUrl } = context;
  const link = `${serverUrl}/${repo.owner}/${repo.repo}/compare/${base}...${BRANCH}?expand=1`;
  const text = `[Open a pull request](${link}) with what was seen.\n\n${body}`;
  const issues = await github.paginate(github.rest.issues.listForRepo, { ...repo, state: "open", per_page: 100 });
  const ours = issues.find((one) => one.title === TITLE && one.user?.login === OURS);
  if (ours) await github.rest.issues.update({ ...repo, issue_number: ours.number, body: text });
  else await github.rest.issues.create({ ...repo, title: TITLE, body: text });
}
