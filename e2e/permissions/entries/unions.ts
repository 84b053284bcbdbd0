import { actors, ownUnionStaff, reps, unionStaff } from "@/e2e/permissions/actors";
import { action, type Entry, only, stateless, untested } from "@/e2e/permissions/entry";

export const unionEntries: Record<string, Entry> = {
  "(union)/unions/page.tsx": only(actors, "/unions", ["draft"], { readers: ownUnionStaff }),
  "(union)/unions/moderation/page.tsx": only(["unionOfficer", "otherUnion", "admin"], "/unions/moderation"),
  "(union)/unions/moderation/[slug]/page.tsx": only(
    ["unionOfficer", "admin"],
    (s) => `/unions/moderation/${s.strategy}`,
  ),
  "(union)/unions/moderation/[slug]/actions.ts#chooseModeAction": untested(
    ["unionOfficer", "admin"],
    (s) => `/unions/moderation/${s.strategy}`,
    (s) => [{ slug: s.strategy }, stateless],
    { mode: "after" },
  ),
  "(union)/unions/actions.ts#startResponseAction": action(
    ownUnionStaff,
    "/unions",
    [stateless],
    (s) => ({ strategy: s.strategy, union: "unison", branch: `Sweep ${s.form}` }),
    [200], // "choose your union"
  ),
  "(union)/unions/responses/[id]/page.tsx": only(ownUnionStaff, (s) => `/unions/responses/${s.response}`, ["draft"]),
  "(union)/unions/responses/[id]/actions.ts#publishResponseAction": action(
    [], // not even its officer: there is no mandate yet
    (s) => `/unions/responses/${s.response}`,
    (s) => [{ id: s.response }, stateless],
    { version: "0", why: "" },
    [200],
  ),
  "(union)/unions/responses/[id]/parts/[place]/page.tsx": only(
    ownUnionStaff,
    (s) => `/unions/responses/${s.response}/parts/opening`,
  ),
  "(union)/unions/responses/[id]/parts/[place]/actions.ts#savePartAction": action(
    ownUnionStaff,
    (s) => `/unions/responses/${s.response}/parts/opening`,
    (s) => [{ id: s.response, partKey: "opening" }, stateless],
    { text: "We want a bus.", version: "0" },
  ),
  "(union)/unions/responses/[id]/mandate/page.tsx": only(
    ownUnionStaff,
    (s) => `/unions/responses/${s.response}/mandate`,
  ),
  "(union)/unions/responses/[id]/mandate/actions.ts#saveMandateAction": action(
    ownUnionStaff,
    (s) => `/unions/responses/${s.response}/mandate`,
    (s) => [{ id: s.response }, stateless],
    {
      covers: "Members in Cornwall",
      consulted: "20",
      tookPart: "10",
      method: "ballot",
      from: "2026-03-01",
      to: "2026-03-02",
      minority: "None.",
      version: "0",
    },
  ),
  "(union)/unions/meetings/page.tsx": only([...reps, ...unionStaff], "/unions/meetings", ["record"], {
    readers: ["rep"],
  }),
  "(union)/unions/meetings/actions.ts#startRecordAction": action(
    ["rep", ...unionStaff],
    "/unions/meetings",
    [stateless],
    (s) => ({ strategy: s.strategy, name: `Sweep ${s.form}`, agreed: "yes" }),
    [200], // "you are not a rep there"
  ),
  "(union)/unions/meetings/[id]/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}`, ["record"]),
  "(union)/unions/meetings/[id]/slips/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}/slips`),
  "(union)/unions/meetings/[id]/upload/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}/upload`, [
    "record",
  ]),
  "(union)/unions/meetings/[id]/upload/actions.ts#previewUploadAction": action(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload`,
    (s) => [{ id: s.record }, stateless],
    { file: new Blob(["Section,Comment\n1,The sweep brings a sheet.\n"]) },
  ),
  "(union)/unions/meetings/[id]/upload/[upload]/page.tsx": only(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload/${s.upload}`,
    ["record"],
  ),
  "(union)/unions/meetings/[id]/upload/[upload]/actions.ts#confirmUploadAction": action(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload/${s.upload}`,
    (s) => [{ id: s.record, upload: s.upload }, stateless],
  ),
  "(union)/unions/meetings/[id]/actions.ts#recordEntryAction": action(
    ["rep"],
    (s) => `/unions/meetings/${s.record}`,
    (s) => [{ id: s.record }, stateless],
    (s) => ({ text: "Late buses.", section: "1", formId: s.form, stance: "", district: "" }),
  ),
  "(union)/unions/meetings/[id]/actions.ts#closeRecordAction": action(
    ["rep"],
    (s) => `/unions/meetings/${s.record}`,
    (s) => [{ id: s.record }, stateless],
  ),
};
