// What the workflows' scripts make of what they are given: hostile texts, and answers of the host.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";

import { bodyOf, find, MARK, write } from "../../.github/scripts/comment.mjs";
import { harmless, readText } from "../../.github/scripts/files.mjs";
import { BRANCH, propose, TITLE } from "../../.github/scripts/propose.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "automation-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

// --- files

test("a file is read up to a limit", () => {
  writeFileSync(join(folder, "a"), "abc");
  assert.deepEqual(readText(folder, "a", 3), { text: "abc", whole: true });
  assert.deepEqual(readText(folder, "a", 2), { text: "ab", whole: false });
});

test("a link, a folder and a missing file are refused", () => {
  symlinkSync("/etc/passwd", join(folder, "link"));
  mkdirSync(join(folder, "folder"));
  for (const name of ["link", "folder", "missing"]) assert.throws(() => readText(folder, name, 10));
});

const J = "\u2060";
for (const [said, kept] of [
  ["## Events\n\n- **Gas station**: new claim", "## Events\n\n- **Gas station**: new claim"],
  ["<img src=x onerror=y>", `<${J}img src=x onerror=y>`],
  ["in code: `<b>` and `a < b`", `in code: \`<${J}b>\` and \`a <${J} b\``],
  [`x ${MARK}`, `x <${J}!-- chronology: what this change means -->`],
  ["[safe](evil)", `[safe]${J}(evil)`],
  ["![](https://evil.example/pixel.png)", `![]${J}(https:${J}//evil.example/pixel.png)`],
  ["[safe][1]\n\n[1]: /evil", `[safe]${J}[1]\n\n[1]${J}: /evil`],
  ["<https://evil.example>", `<${J}https:${J}//evil.example>`],
  // Mentions
  ["@everyone and a@b", `@${J}everyone and a@${J}b`],
  ["@us/editors", `@${J}us/editors`],
  ["&#64;everyone &commat;everyone", `&${J}#${J}64;everyone &${J}commat;everyone`],
  // References, as GitHub's table of them lists them; a backslash is gone when it looks
  ["fixes #12, see x/y#3", `fixes #${J}12, see x/y#${J}3`],
  ["closes \\#12", `closes \\#${J}12`],
  ["GH-12, gh-12, GH\\-12", `GH${J}-12, gh${J}-12, GH${J}\\-12`],
  ["ABC-1 and CVE-2024-1", `ABC${J}-1 and CVE${J}-2024-1`],
  ["a5c3785ed8d6a358", `a5c378${J}5ed8d6${J}a358`],
  ["us@a5c3785", `us@${J}a5c378${J}5`],
  // Addresses
  ["https://github.com/x/y/issues/26", `https:${J}//github.com/x/y/issues/26`],
  ["https:\\/\\/evil.example, http\\://evil.example", `https:${J}\\/\\/evil.example, http\\:${J}//evil.example`],
  ["www.evil.example, WWW.evil.example", `ww${J}w.evil.example, WW${J}W.evil.example`],
  ["mailto:a@b.example", `mailto:${J}a@${J}b.example`],
  // What would take in the text below, or draw
  ["```mermaid\ngraph LR", `${J}\`\`\`mermaid\ngraph LR`],
  ["~~~", `${J}~~~`],
  ["$$x$$", `$${J}$x$${J}$`],
  [":tada: at 10:30", `:${J}tada: at 10:30`],
  // What our own commands write stays as it is
  ["Event `gas-station-2025`, 2025-03-12", "Event `gas-station-2025`, 2025-03-12"],
  ["- `content/sources/a.yml:3` `https://example.org/#12 is gone`", "- `content/sources/a.yml:3` `https://example.org/#12 is gone`"],
  ["- `code` and #12", `- \`code\` and #${J}12`],
  ["\\- `code` #12", `\\- \`code\` #${J}12`],
  ["- ``a`b`` `#12`", `- \`\`a\`b\`\` \`#${J}12\``],
  // A text cannot part these itself, to have them put together
  ["@\u2060\u2060everyone, #\u200b12", `@${J}everyone, #${J}12`],
  ["a\u202eb\u0000c\u200bd\r\n", "abcd"],
]) {
  test(`harmless: ${JSON.stringify(said)}`, () => assert.equal(harmless(said), kept));
}

// --- the comment

const RUN = {
  id: 7,
  head_sha: "0123456789abcdef",
  head_branch: "patch-1",
  head_repository: { id: 5, owner: { login: "stranger" } },
  html_url: "https://example.org/run/7",
};
const context = { repo: { owner: "us", repo: "kursk" }, payload: { workflow_run: RUN }, serverUrl: "https://example.org" };
const pull = (more = {}) => ({ number: 3, head: { sha: RUN.head_sha, repo: { id: 5 } }, ...more });
const artifact = (more = {}) => ({ id: 9, size_in_bytes: 100, expired: false, ...more });

function host({ pulls = [pull()], artifacts = [artifact()], comments = [], fail = {} } = {}) {
  const done = [];
  const call = (name, data) => async (given) => {
    done.push([name, given]);
    if (fail[name]) throw Object.assign(new Error(name), { status: fail[name] });
    return { data };
  };
  const rest = {
    pulls: { list: call("pulls.list", pulls), create: call("pulls.create"), update: call("pulls.update") },
    actions: { listWorkflowRunArtifacts: call("artifacts", { artifacts }) },
    issues: {
      listComments: "comments",
      listForRepo: "issues",
      createComment: call("createComment"),
      updateComment: call("updateComment"),
      create: call("issues.create"),
      update: call("issues.update"),
    },
    git: {
      getRef: call("getRef", { object: { sha: "tip" } }),
      getCommit: call("getCommit", { tree: { sha: "tree-0" } }),
      createTree: call("createTree", { sha: "tree-1" }),
      createCommit: call("createCommit", { sha: "commit-1" }),
      updateRef: call("updateRef"),
      createRef: call("createRef"),
    },
  };
  return { github: { rest, paginate: async () => comments }, done, last: () => done.at(-1) };
}

const notices = () => {
  const said = [];
  return { notice: (text) => said.push(text), said };
};

test("the pull request is the open one with that commit at its head", async () => {
  const { github, done } = host({ pulls: [pull({ number: 2, head: { sha: "other", repo: { id: 5 } } }), pull()] });
  assert.deepEqual(await find({ github, context, core: notices() }), { number: 3, artifact: 9 });
  assert.deepEqual(done[0][1], { owner: "us", repo: "kursk", state: "open", head: "stranger:patch-1", per_page: 100 });
});

for (const [what, given, why] of [
  ["another commit", { pulls: [pull({ head: { sha: "later", repo: { id: 5 } } })] }, "No open pull request has this commit at its head"],
  ["another fork", { pulls: [pull({ head: { sha: RUN.head_sha, repo: { id: 6 } } })] }, "No open pull request has this commit at its head"],
  ["a fork that is gone", { pulls: [pull({ head: { sha: RUN.head_sha, repo: null } })] }, "No open pull request has this commit at its head"],
  ["no text", { artifacts: [] }, "The check left no text"],
  ["a text that is gone", { artifacts: [artifact({ expired: true })] }, "The check left no text"],
  ["too large a text", { artifacts: [artifact({ size_in_bytes: 1_000_001 })] }, "The text of the check is too large"],
]) {
  test(`no comment for ${what}`, async () => {
    const core = notices();
    assert.equal(await find({ github: host(given).github, context, core }), null);
    assert.deepEqual(core.said, [why]);
  });
}

test("there is one comment, and it is written anew", async () => {
  writeFileSync(join(folder, "meaning.md"), "New claim by <b>@all</b>");
  const bot = { login: "github-actions[bot]" };
  const others = [
    { id: 1, user: { login: "stranger" }, body: MARK },
    { id: 2, user: bot, body: "of another workflow" },
  ];
  const first = host({ comments: others });
  await write({ github: first.github, context, folder, number: 3 });
  assert.equal(first.last()[0], "createComment");
  assert.equal(first.last()[1].issue_number, 3);
  assert.match(first.last()[1].body, /New claim by <\u2060b>@\u2060all<\u2060\/b>/);
  const again = host({ comments: [...others, { id: 4, user: bot, body: first.last()[1].body }] });
  await write({ github: again.github, context, folder, number: 3 });
  assert.deepEqual([again.last()[0], again.last()[1].comment_id], ["updateComment", 4]);
});

test("a long text is cut, and fits into a comment", () => {
  for (const given of [{ text: "<".repeat(100_000), whole: true }, { text: "a", whole: false }]) {
    const body = bodyOf(given, RUN);
    assert.ok(body.length < 65_536);
    assert.match(body, /The rest is in the summary of the run\./);
  }
});

test("where there is no text, the comment says why", () => {
  assert.match(bodyOf({ text: "\n", whole: true }, RUN), /That cannot be told: the records have mistakes/);
});

// --- the proposal

const REPORT = '{"format": 1, "sources": {}}';
const at = { ...context, payload: { repository: { default_branch: "main" } } };

function seen(report = REPORT, text = "2 pages are gone") {
  writeFileSync(join(folder, "sources-report.json"), report);
  writeFileSync(join(folder, "sources.md"), text);
}

test("a pull request is opened from a branch of its own", async () => {
  seen();
  const { github, done, last } = host({ pulls: [] });
  assert.equal(await propose({ github, context: at, folder }), "opened");
  assert.deepEqual(
    done.map(([name]) => name),
    ["getRef", "getCommit", "createTree", "createCommit", "updateRef", "pulls.list", "pulls.create"],
  );
  assert.deepEqual(done[2][1].tree, [{ path: "sources-report.json", mode: "100644", type: "blob", content: REPORT }]);
  assert.deepEqual(last()[1], { owner: "us", repo: "kursk", title: TITLE, head: BRANCH, base: "main", body: "2 pages are gone" });
});

test("the branch is made where there is none", async () => {
  seen();
  const { github, done } = host({ pulls: [], fail: { updateRef: 422 } });
  await propose({ github, context: at, folder });
  assert.deepEqual(done[5], ["createRef", { owner: "us", repo: "kursk", ref: `refs/heads/${BRANCH}`, sha: "commit-1" }]);
});

test("an open pull request is brought up to date", async () => {
  seen();
  const { github, last } = host();
  assert.equal(await propose({ github, context: at, folder }), "updated");
  assert.deepEqual([last()[0], last()[1].pull_number], ["pulls.update", 3]);
});

test("nothing is proposed where nothing has changed", async () => {
  seen();
  const { github, done } = host();
  github.rest.git.createTree = async () => ({ data: { sha: "tree-0" } });
  assert.equal(await propose({ github, context: at, folder }), "unchanged");
  assert.equal(done.length, 2);
});

test("an issue tells of the branch where no pull request may be opened", async () => {
  seen();
  const one = { pulls: [], fail: { "pulls.create": 403 } };
  const first = host(one);
  assert.equal(await propose({ github: first.github, context: at, folder }), "issue");
  assert.equal(first.last()[0], "issues.create");
  assert.match(first.last()[1].body, /^\[Open a pull request\]\(https:\/\/example\.org\/us\/kursk\/compare\/main\.\.\.sources-report\?expand=1\)/);
  const again = host({ ...one, comments: [{ number: 8, title: TITLE, user: { login: "github-actions[bot]" } }] });
  await propose({ github: again.github, context: at, folder });
  assert.deepEqual([again.last()[0], again.last()[1].issue_number], ["issues.update", 8]);
});

test("a failure of the host fails the job", async () => {
  seen();
  await assert.rejects(propose({ github: host({ pulls: [], fail: { "pulls.create": 500 } }).github, context: at, folder }));
  await assert.rejects(propose({ github: host({ pulls: [], fail: { updateRef: 500 } }).github, context: at, folder }));
});

for (const report of ["{", '{"format": 2}', "[]", '"x"']) {
  test(`a report that is none is not proposed: ${report}`, async () => {
    seen(report);
    const { github, done } = host();
    await assert.rejects(propose({ github, context: at, folder }));
    assert.deepEqual(done, []);
  });
}
