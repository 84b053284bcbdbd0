import { people, signedIn } from "@/e2e/permissions/actors";
import { type Entry, never, only, open, own, stateless } from "@/e2e/permissions/entry";
import type { Scene } from "@/e2e/permissions/fixtures/make-fixtures";
import { newFormId } from "@/lib/security/encryption";

const unwritten = { step: "write", ...stateless };
/** Each time a form of its own. */
const words = (s: Scene) => ({
  ...{ text: `The walk wants a bus (${newFormId()}).`, stance: "", versionId: s.version },
  ...{ formId: newFormId(), step: "send" },
});
const comment = (s: Scene) => ({ ...words(s), district: "", sector: "", paragraph: "" });
const astray = (s: Scene) => ({ ...comment(s), paragraph: s.paragraph });
const flag = { kind: "flag", reason: "other", words: "" };

const react = (s: Scene) => `/strategies/${s.strategy}/react`;
const reactions = (s: Scene) => `/strategies/${s.strategy}/reactions`;
const write = (s: Scene) => `/strategies/${s.strategy}/sections/1/write`;
const send = (s: Scene) => `${write(s)}/send`;
const reply = (s: Scene) => `/strategies/${s.strategy}/threads/${s.thread}/reply`;
const report = (s: Scene) => `/strategies/${s.strategy}/report/${s.shown}`;

export const takingPart: Record<string, Entry | Entry[]> = {
  "(participant)/strategies/[slug]/react/page.tsx": open(react),
  "(participant)/strategies/[slug]/react/[comment]/page.tsx": [
    open((s) => `${react(s)}/${s.shown}`),
    only([], (s) => `${react(s)}/${s.read.comment}`), // it waits: there is nothing to react to
  ],
  "(participant)/strategies/[slug]/react/actions.ts#sendReaction": [
    own(
      people,
      react,
      (s) => [s.strategy, stateless],
      (s) => ({ comment: s.shown, value: "agree", formId: newFormId() }),
      { ok: [303, 200] }, // who is new is shown their receipt
    ),
    never(
      "to a comment that waits",
      react,
      (s) => [s.strategy, stateless],
      (s) => ({ comment: s.read.comment, value: "agree" }),
      [200], // "it is not there", beside the form
    ),
  ],
  "(participant)/strategies/[slug]/reactions/route.ts": [
    // who has no receipt yet is asked on the page first
    own(signedIn, reactions, null, (s) => ({ comment: s.shown, value: "agree" }), { refused: [303] }),
    never("to a comment that waits", reactions, null, (s) => ({ comment: s.read.comment, value: "agree" }), [303]),
  ],
  "(participant)/strategies/[slug]/sections/[number]/write/page.tsx": only(people, write, ["held"], { to: ["owner"] }), // their draft
  "(participant)/strategies/[slug]/sections/[number]/write/actions.ts#checkComment": [
    own(people, write, (s) => [s.strategy, 1, unwritten], comment),
    never("on a paragraph of another strategy", write, (s) => [s.strategy, 1, unwritten], astray),
    never("on a draft", write, (s) => [s.draft.slug, 1, unwritten], comment),
  ],
  "(participant)/strategies/[slug]/sections/[number]/write/send/route.ts": [
    own(people, send, null, comment),
    never("on a paragraph of another strategy", send, null, astray, [307]), // to the page, which says why
    never("on a draft", (s) => `/strategies/${s.draft.slug}/sections/1/write/send`, null, comment, [307]),
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
      people,
      report,
      (s) => [s.strategy, stateless],
      (s) => ({ ...flag, comment: s.shown, formId: newFormId() }),
    ),
    never(
      "of a comment that waits",
      report,
      (s) => [s.strategy, stateless],
      (s) => ({ ...flag, comment: s.read.comment, formId: newFormId() }),
    ),
  ],
  "(participant)/strategies/[slug]/threads/[id]/reply/page.tsx": [
    open(reply),
    only([], (s) => `/strategies/${s.strategy}/threads/${s.read.thread}/reply`),
  ],
  "(participant)/strategies/[slug]/threads/[id]/reply/actions.ts#sendReply": [
    own(people, reply, (s) => [s.strategy, s.thread, unwritten], words),
    never("to a comment that waits", reply, (s) => [s.strategy, s.read.thread, unwritten], words),
  ],
};
