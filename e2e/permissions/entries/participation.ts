import { actors, signedIn } from "@/e2e/permissions/actors";
import { type Entry, never, only, open, own, stateless } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { newFormId } from "@/lib/security/encryption";

/** Each time a form of its own. */
const replyFields = (s: Fixtures) => ({
  ...{ text: `The sweep wants a bus (${newFormId()}).`, stance: "", versionId: s.version },
  ...{ formId: newFormId(), step: "send" },
});
const commentFields = (s: Fixtures) => ({ ...replyFields(s), district: "", sector: "", paragraph: "" });
const astray = (s: Fixtures) => ({ ...commentFields(s), paragraph: s.paragraph });
const reportFields = { kind: "report", reason: "other", details: "" };

const react = (s: Fixtures) => `/strategies/${s.strategy}/react`;
const reactions = (s: Fixtures) => `/strategies/${s.strategy}/reactions`;
const write = (s: Fixtures) => `/strategies/${s.strategy}/sections/1/write`;
const send = (s: Fixtures) => `${write(s)}/send`;
const reply = (s: Fixtures) => `/strategies/${s.strategy}/threads/${s.thread}/reply`;
const report = (s: Fixtures) => `/strategies/${s.strategy}/report/${s.publishedComment}`;

export const participationEntries: Record<string, Entry | Entry[]> = {
  "(participant)/strategies/[slug]/react/page.tsx": open(react),
  "(participant)/strategies/[slug]/react/[comment]/page.tsx": [
    open((s) => `${react(s)}/${s.publishedComment}`),
    only([], (s) => `${react(s)}/${s.read.comment}`), // it waits: there is nothing to react to
  ],
  "(participant)/strategies/[slug]/react/actions.ts#sendReaction": [
    own(
      actors,
      react,
      (s) => [{ slug: s.strategy }, stateless],
      (s) => ({ comment: s.publishedComment, value: "agree", formId: newFormId() }),
      { ok: [303, 200] }, // who is new is shown their receipt
    ),
    never(
      "to a comment that waits",
      react,
      (s) => [{ slug: s.strategy }, stateless],
      (s) => ({ comment: s.read.comment, value: "agree" }),
      [200], // "it is not there", beside the form
    ),
  ],
  "(participant)/strategies/[slug]/reactions/route.ts": [
    // somebody without a receipt confirms on the page first
    own(signedIn, reactions, null, (s) => ({ comment: s.publishedComment, value: "agree" }), { refused: [303] }),
    never("to a comment that waits", reactions, null, (s) => ({ comment: s.read.comment, value: "agree" }), [303]),
  ],
  "(participant)/strategies/[slug]/sections/[number]/write/page.tsx": only(actors, write, ["held"], {
    readers: ["owner"],
  }), // their draft
  "(participant)/strategies/[slug]/sections/[number]/write/actions.ts#checkComment": [
    own(actors, write, (s) => [{ slug: s.strategy, number: 1 }, stateless], commentFields),
    never("on a paragraph of another strategy", write, (s) => [{ slug: s.strategy, number: 1 }, stateless], astray),
    never("on a draft", write, (s) => [{ slug: s.draft.slug, number: 1 }, stateless], commentFields),
  ],
  "(participant)/strategies/[slug]/sections/[number]/write/send/route.ts": [
    own(actors, send, null, commentFields),
    never("on a paragraph of another strategy", send, null, astray, [307]), // to the page, which explains why
    never("on a draft", (s) => `/strategies/${s.draft.slug}/sections/1/write/send`, null, commentFields, [307]),
  ],
  "(participant)/strategies/[slug]/report/[comment]/page.tsx": [
    open(report),
    only([], (s) => `/strategies/${s.strategy}/report/${s.read.comment}`), // it waits: there is nothing to report
  ],
  "(participant)/strategies/[slug]/report/[comment]/illegal/page.tsx": only(
    [],
    (s) => `/strategies/${s.strategy}/report/${s.read.comment}/illegal`,
  ),
  "(participant)/strategies/[slug]/report/[comment]/actions.ts#sendReport": [
    own(
      actors,
      report,
      (s) => [{ slug: s.strategy }, stateless],
      (s) => ({ ...reportFields, comment: s.publishedComment, formId: newFormId() }),
      { ok: [200, 303] }, // somebody new is given their code in place
    ),
    never(
      "of a comment that waits",
      report,
      (s) => [{ slug: s.strategy }, stateless],
      (s) => ({ ...reportFields, comment: s.read.comment, formId: newFormId() }),
    ),
  ],
  "(participant)/strategies/[slug]/threads/[id]/reply/page.tsx": [
    open(reply),
    only([], (s) => `/strategies/${s.strategy}/threads/${s.read.thread}/reply`),
  ],
  "(participant)/strategies/[slug]/threads/[id]/reply/actions.ts#sendReply": [
    own(actors, reply, (s) => [{ slug: s.strategy, thread: s.thread }, stateless], replyFields),
    never(
      "to a comment that waits",
      reply,
      (s) => [{ slug: s.strategy, thread: s.read.thread }, stateless],
      replyFields,
    ),
  ],
};
