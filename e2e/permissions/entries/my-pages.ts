import { actors, signedIn, withAccount, withSession } from "@/e2e/permissions/actors";
import { action, type Entry, free, never, only, open, own, posted, stateless, untested } from "@/e2e/permissions/entry";
import { newFormId, randomSecret } from "@/lib/security/encryption";

const toOwner = { readers: ["owner"] } as const;

export const myPageEntries: Record<string, Entry | Entry[]> = {
  "(participant)/my/page.tsx": only(signedIn, "/my", ["held"], toOwner),
  "(participant)/my/comments/[id]/withdraw/page.tsx": only(
    ["owner"],
    (s) => `/my/comments/${s.read.comment}/withdraw`,
    ["held"],
  ),
  "(participant)/my/comments/[id]/withdraw/actions.ts#withdrawCommentAction": action(
    ["owner"],
    (s) => `/my/comments/${s.withdraw.comment}/withdraw`,
    (s) => [{ id: s.withdraw.comment }, stateless],
  ),
  "(participant)/my/comments/[id]/page.tsx": only(["owner"], (s) => `/my/comments/${s.read.comment}`, ["held"]),
  "(participant)/my/comments/[id]/actions.ts#sendRevision": action(
    ["owner"],
    (s) => `/my/comments/${s.revise.comment}`,
    (s) => [{ id: s.revise.comment }, stateless],
    { text: "The bus is on time.", version: "1" },
  ),
  "(participant)/my/drafts/route.ts": [
    own(
      signedIn,
      "/my/drafts",
      null,
      (s) => ({ strategy: s.strategy, place: "s1", draft: "0", text: "The sweep begins to write." }),
      { ok: [200], method: "PUT", refused: [403] }, // in a word, that they are signed out
    ),
    posted(["owner"], "/my/drafts", (s) => ({ draft: s.commentDraft }), [303]), // thrown away
  ],
  "(participant)/my/comments/[id]/place/page.tsx": only(["owner"], (s) => `/my/comments/${s.read.comment}/place`),
  "(participant)/my/comments/[id]/place/actions.ts#sendLocation": untested(
    ["owner"],
    (s) => `/my/comments/${s.read.comment}/place`,
    (s) => [{ id: s.read.comment }, stateless],
    { district: "", sector: "" },
  ),
  "(participant)/my/comments/[id]/appeal/page.tsx": only(["owner"], (s) => `/my/comments/${s.rejected.comment}/appeal`),
  "(participant)/my/comments/[id]/appeal/actions.ts#sendAppeal": action(
    ["owner"],
    (s) => `/my/comments/${s.rejected.comment}/appeal`,
    (s) => [{ id: s.rejected.comment }, stateless],
    { grounds: "It was about buses." },
  ),
  "(participant)/my/sanctions/[id]/page.tsx": only(["receipt"], (s) => `/my/sanctions/${s.warnings.appeal}`),
  "(participant)/my/sanctions/[id]/actions.ts#sendSanctionAppeal": action(
    ["receipt"],
    (s) => `/my/sanctions/${s.warnings.appeal}`,
    (s) => [{ id: s.warnings.appeal }, stateless],
    { grounds: "It was about buses." },
  ),
  "(participant)/my/sanctions/[id]/actions.ts#acknowledgeWarningAction": action(
    ["receipt"],
    (s) => `/my/sanctions/${s.warnings.read}`,
    (s) => [{ id: s.warnings.read }, stateless],
  ),
  "(participant)/my/reports/page.tsx": only(signedIn, "/my/reports"),
  "(participant)/my/reports/sent/page.tsx": open("/my/reports/sent"), // the receipt in the browser that sent only
  "(participant)/my/sent/page.tsx": open("/my/sent"), // the receipt in the browser that sent only
  "(participant)/my/receipt/route.ts": free("gives back what was sent to it: looks nothing up, and keeps nothing"),
  "(participant)/unsent/page.tsx": open("/unsent"), // what was sent from this very browser
  "(participant)/unsent/actions.ts#discardUnsentAction": free("deletes what this very browser sent, by its own cookie"),
  "(participant)/my/data/page.tsx": only(signedIn, "/my/data", ["held"], toOwner),
  "(participant)/my/data/file/route.ts": only(signedIn, "/my/data/file", ["held", "complaint"], toOwner),
  "(participant)/my/data/actions.ts#withdrawConsentAction": own(signedIn, "/my/data", (s) => [
    { strategy: s.strategy },
    stateless,
  ]),
  "(participant)/my/data/actions.ts#renewConsentAction": own(withAccount, "/my/data", (s) => [
    { strategy: s.elsewhere },
    stateless,
  ]),
  "(participant)/my/erase/page.tsx": only(signedIn, "/my/erase"),
  "(participant)/my/erase/actions.ts#erasePersonAction": own(
    withSession,
    "/my/erase",
    [stateless],
    {},
    { refused: [303] },
  ),
  "(participant)/my/erased/page.tsx": open("/my/erased"),
  "(participant)/complaints/page.tsx": only(actors, "/complaints", ["complaint"], toOwner),
  "(participant)/complaints/actions.ts#sendComplaint": own(
    actors,
    "/complaints",
    [stateless],
    () => ({ text: "The sweep complains.", formId: newFormId() }),
    { ok: [200] },
  ),
  "(participant)/complaints/actions.ts#findComplaintAction": never(
    "by a code that is nobody's",
    "/complaints",
    [stateless],
    () => ({ code: randomSecret() }),
    [200],
  ),
  "(participant)/my/follows/page.tsx": only(signedIn, "/my/follows"),
  "(participant)/my/follows/actions.ts#startFollowing": own(
    withAccount,
    "/my/follows",
    (s) => [{ strategy: s.strategy, section: null }, stateless],
    {},
    { refused: [303] },
  ),
  "(participant)/my/follows/actions.ts#stopFollowing": action(
    ["owner"],
    "/my/follows",
    (s) => [{ strategy: s.strategy, section: null }, stateless],
    {},
    [303],
  ),
  "(participant)/my/notices/page.tsx": only(signedIn, "/my/notices"),
  "(participant)/my/notices/actions.ts#setNoticeMailsAction": own(withAccount, "/my/notices", [
    { isOn: false },
    stateless,
  ]),
  "(participant)/my/reactions/page.tsx": only(signedIn, "/my/reactions"),
  "(participant)/my/session/route.ts": open("/my/session"),
  "(participant)/my/sessions/page.tsx": only(signedIn, "/my/sessions"),
  "(participant)/my/sessions/actions.ts#signOutSession": action(
    ["owner"],
    "/my/sessions",
    (s) => [{ session: s.browser }, stateless],
    {},
    [303],
  ),
  "(participant)/my/sessions/actions.ts#signOutEverywhere": own(
    withSession,
    "/my/sessions",
    [stateless],
    {},
    { refused: [303] },
  ),
  "(participant)/leave/route.ts": own(withSession, "/leave", null, {}, { method: "GET", refused: [303] }),
};
