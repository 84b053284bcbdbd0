import { reps } from "@/e2e/permissions/actors";
import { deed, type Entry, only, stateless } from "@/e2e/permissions/entry";

export const appeals: Record<string, Entry> = {
  "(rep)/moderation/originals/page.tsx": only([...reps, "admin"], "/moderation/originals"),
  "(rep)/moderation/originals/[id]/page.tsx": only(
    ["rep", "admin"],
    (s) => `/moderation/originals/${s.originals.ask}`, // and not even they read the masked words there
  ),
  "(rep)/moderation/originals/[id]/actions.ts#ask": deed(
    ["rep"],
    (s) => `/moderation/originals/${s.originals.ask}`,
    (s) => [s.originals.ask, stateless],
    { why: "The walk asks for it, to see who may." },
    [200], // an admin is told that a rep of the area asks
  ),
  "(rep)/moderation/originals/[id]/actions.ts#answer": deed(
    ["rep", "admin"],
    (s) => `/moderation/originals/${s.originals.answer.original}`,
    (s) => [s.originals.answer.original, s.originals.answer.opening, stateless],
    { answer: "agree" },
  ),
  "(rep)/moderation/originals/[id]/actions.ts#show": deed(
    ["rep"], // the one who asked
    (s) => `/moderation/originals/${s.originals.show.original}`,
    (s) => [s.originals.show.original, s.originals.show.opening, stateless],
  ),
  "(rep)/moderation/rota/page.tsx": only(reps, "/moderation/rota"),
  "(rep)/moderation/rota/actions.ts#takeTurn": deed(["rep"], "/moderation/rota", [], (s) => ({
    areaId: s.strategy,
    week: s.week,
    takes: "yes",
  })),
  "(rep)/moderation/rota/actions.ts#sayAway": deed(reps, "/moderation/rota", [stateless], {
    from: "2099-01-01",
    to: "2099-01-02",
  }),
  "(rep)/moderation/rota/actions.ts#sayBack": deed(
    ["rep"],
    "/moderation/rota",
    [],
    (s) => ({ absence: s.absence }),
    [303], // to the page, as for one that is gone already
  ),
  "(rep)/moderation/appeals/page.tsx": only(reps, "/moderation/appeals"),
  "(rep)/moderation/cases/[id]/sanction/page.tsx": only(["rep"], (s) => `/moderation/cases/${s.read.case}/sanction`, [
    "held",
  ]),
  "(rep)/moderation/cases/[id]/sanction/actions.ts#giveSanction": deed(
    ["rep"],
    (s) => `/moderation/cases/${s.atFault.case}/sanction`,
    (s) => [s.atFault.case, stateless],
    { kind: "warning", days: "7", reason: "off-topic", words: "" },
  ),
};
