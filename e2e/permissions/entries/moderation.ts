import { reps } from "@/e2e/permissions/actors";
import { deed, type Entry, only, posted, stateless } from "@/e2e/permissions/entry";

const choice = { deed: "reject", version: "1", reason: "off-topic" };

export const moderating: Record<string, Entry> = {
  "(rep)/moderation/page.tsx": only(reps, "/moderation", ["held"], { to: ["rep"] }),
  "(rep)/moderation/events/route.ts": only(reps, "/moderation/events"),
  "(rep)/moderation/cases/[id]/page.tsx": only(["rep"], (s) => `/moderation/cases/${s.read.case}`, ["held"]),
  "(rep)/moderation/cases/[id]/actions.ts#decideCase": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.decide.case}`,
    (s) => [s.decide.case, { ...stateless, told: null }],
    choice,
  ),
  "(rep)/moderation/cases/[id]/actions.ts#passCase": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.pass.case}`,
    (s) => [s.pass.case, stateless],
    { to: "back" },
  ),
  "(rep)/moderation/cases/[id]/actions.ts#holdCase": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.hold.case}`,
    (s) => [s.hold.case],
    {},
    [303], // to the case's page, which is not there for them
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
