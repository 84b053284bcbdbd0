import { reps, unionStaff } from "@/e2e/permissions/actors";
import { action, type Entry, never, only, posted, stateless } from "@/e2e/permissions/entry";

const choice = { decision: "reject", version: "1", reason: "off-topic" };

export const moderationEntries: Record<string, Entry> = {
  "(rep)/moderation/page.tsx": only(reps, "/moderation", ["held"], { readers: ["rep"] }),
  "(rep)/moderation/actions.ts#submitView": action(reps, "/moderation", [stateless], {
    name: "Sweep",
    query: "kind=check",
  }),
  "(rep)/moderation/actions.ts#removeView": action(
    ["rep"],
    "/moderation",
    (s) => [{ id: s.queueView }, stateless],
    {},
    [303], // to the page, as for one that is gone already
  ),
  "(rep)/moderation/emails/page.tsx": only(reps, "/moderation/emails"),
  "(rep)/moderation/emails/actions.ts#submitRepMails": action(reps, "/moderation/emails", [stateless], {
    kinds: "late",
  }),
  "(rep)/moderation/safeguarding/page.tsx": only([...reps, ...unionStaff, "admin"], "/moderation/safeguarding"),
  "(rep)/moderation/safeguarding/actions.ts#submitContact": action(
    ["admin"],
    "/moderation/safeguarding",
    (s) => [{ scope: `body:${s.strategy}` }, stateless],
    { name: "Sweep", phone: "0121 496 0000" },
  ),
  "(rep)/moderation/events/route.ts": only(reps, "/moderation/events"),
  "(rep)/moderation/cases/[id]/page.tsx": only(["rep"], (s) => `/moderation/cases/${s.read.case}`, ["held"]),
  "(rep)/moderation/cases/[id]/actions.ts#submitDecision": action(
    ["rep"],
    (s) => `/moderation/cases/${s.decide.case}`,
    (s) => [{ id: s.decide.case }, stateless],
    choice,
  ),
  "(rep)/moderation/cases/[id]/actions.ts#submitReassignment": action(
    ["rep"],
    (s) => `/moderation/cases/${s.reassign.case}`,
    (s) => [{ id: s.reassign.case }, stateless],
    { to: "recuse" },
  ),
  "(rep)/moderation/cases/[id]/actions.ts#submitClaim": action(
    ["rep"],
    (s) => `/moderation/cases/${s.claim.case}`,
    (s) => [{ id: s.claim.case, isHeld: true }, stateless],
    {},
    [303], // to the case's page, which is not there for them
  ),
  "(rep)/moderation/cases/[id]/actions.ts#submitTakeBack": never(
    "another rep’s decision",
    (s) => `/moderation/cases/${s.takeBack.case}`,
    (s) => [{ id: s.takeBack.case }, stateless],
    {},
    [200], // a rep of the area gets an explanation
  ),
  "(rep)/moderation/cases/[id]/actions.ts#submitReopening": action(
    ["rep"],
    (s) => `/moderation/cases/${s.reopen.case}`,
    (s) => [{ id: s.reopen.case }, stateless],
    { reason: "off-topic" },
  ),
  "(rep)/moderation/cases/[id]/claim/route.ts": posted(
    ["rep"],
    (s) => `/moderation/cases/${s.keys.case}/claim`,
    {},
    [409],
  ),
  "(rep)/moderation/cases/[id]/decide/route.ts": posted(
    ["rep"],
    (s) => `/moderation/cases/${s.keys.case}/decide`,
    choice,
  ),
};
