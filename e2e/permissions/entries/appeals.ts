import { reps } from "@/e2e/permissions/actors";
import { action, type Entry, only, stateless } from "@/e2e/permissions/entry";

export const appealEntries: Record<string, Entry> = {
  "(rep)/moderation/originals/page.tsx": only([...reps, "admin"], "/moderation/originals"),
  "(rep)/moderation/originals/[id]/page.tsx": only(
    ["rep", "admin"],
    (s) => `/moderation/originals/${s.originals.request}`, // and not even they read the masked text there
  ),
  "(rep)/moderation/originals/[id]/actions.ts#submitAccessRequest": action(
    ["rep"],
    (s) => `/moderation/originals/${s.originals.request}`,
    (s) => [{ id: s.originals.request }, stateless],
    { reason: "The sweep asks for it, to see who may." },
    [200], // an admin gets an explanation: a rep of the area requests it
  ),
  "(rep)/moderation/originals/[id]/actions.ts#submitAccessDecision": action(
    ["rep", "admin"],
    (s) => `/moderation/originals/${s.originals.decide.original}`,
    (s) => [
      { id: s.originals.decide.original, requestId: s.originals.decide.accessRequest, isApproved: true },
      stateless,
    ],
  ),
  "(rep)/moderation/originals/[id]/actions.ts#submitView": action(
    ["rep"], // the requester
    (s) => `/moderation/originals/${s.originals.view.original}`,
    (s) => [{ id: s.originals.view.original, requestId: s.originals.view.accessRequest }, stateless],
  ),
  "(rep)/moderation/rota/page.tsx": only(reps, "/moderation/rota"),
  "(rep)/moderation/rota/actions.ts#submitShift": action(["rep"], "/moderation/rota", (s) => [
    { areaId: s.strategy, week: s.week, isTaken: true },
    stateless,
  ]),
  "(rep)/moderation/rota/actions.ts#submitAbsence": action(reps, "/moderation/rota", [stateless], {
    from: "2099-01-01",
    to: "2099-01-02",
  }),
  "(rep)/moderation/rota/actions.ts#removeAbsence": action(
    ["rep"],
    "/moderation/rota",
    (s) => [{ id: s.absence }, stateless],
    {},
    [303], // to the page, as for one that is gone already
  ),
  "(rep)/moderation/appeals/page.tsx": only(reps, "/moderation/appeals"),
  "(rep)/moderation/cases/[id]/sanction/page.tsx": only(["rep"], (s) => `/moderation/cases/${s.read.case}/sanction`, [
    "held",
  ]),
  "(rep)/moderation/cases/[id]/sanction/actions.ts#submitSanction": action(
    ["rep"],
    (s) => `/moderation/cases/${s.atFault.case}/sanction`,
    (s) => [{ id: s.atFault.case }, stateless],
    { kind: "warning", days: "7", reason: "off-topic", message: "" },
  ),
};
