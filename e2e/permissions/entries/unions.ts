import { ofTheUnion, ofUnions, people, reps } from "@/e2e/permissions/actors";
import { deed, type Entry, only, stateless } from "@/e2e/permissions/entry";

export const unions: Record<string, Entry> = {
  "(union)/unions/page.tsx": only(people, "/unions", ["draft"], { to: ofTheUnion }),
  "(union)/unions/actions.ts#start": deed(
    ofTheUnion,
    "/unions",
    [stateless],
    (s) => ({ strategy: s.strategy, union: "unison", branch: `Walk ${s.form}` }),
    [200], // "choose your union"
  ),
  "(union)/unions/responses/[id]/page.tsx": only(ofTheUnion, (s) => `/unions/responses/${s.response}`, ["draft"]),
  "(union)/unions/responses/[id]/actions.ts#publishResponse": deed(
    [], // not even its officer: there is no mandate yet
    (s) => `/unions/responses/${s.response}`,
    (s) => [s.response, stateless],
    { version: "0", why: "" },
    [200],
  ),
  "(union)/unions/responses/[id]/parts/[place]/page.tsx": only(
    ofTheUnion,
    (s) => `/unions/responses/${s.response}/parts/opening`,
  ),
  "(union)/unions/responses/[id]/parts/[place]/actions.ts#writePart": deed(
    ofTheUnion,
    (s) => `/unions/responses/${s.response}/parts/opening`,
    (s) => [s.response, "opening", stateless],
    { text: "We want a bus.", version: "0" },
  ),
  "(union)/unions/responses/[id]/mandate/page.tsx": only(ofTheUnion, (s) => `/unions/responses/${s.response}/mandate`),
  "(union)/unions/responses/[id]/mandate/actions.ts#writeMandate": deed(
    ofTheUnion,
    (s) => `/unions/responses/${s.response}/mandate`,
    (s) => [s.response, stateless],
    {
      covers: "Members in Cornwall",
      asked: "20",
      tookPart: "10",
      method: "ballot",
      from: "2026-03-01",
      to: "2026-03-02",
      minority: "None.",
      version: "0",
    },
  ),
  "(union)/unions/meetings/page.tsx": only([...reps, ...ofUnions], "/unions/meetings", ["record"], { to: ["rep"] }),
  "(union)/unions/meetings/actions.ts#begin": deed(
    ["rep", ...ofUnions],
    "/unions/meetings",
    [stateless],
    (s) => ({ strategy: s.strategy, name: `Walk ${s.form}`, agreed: "yes" }),
    [200], // "you are not a rep there"
  ),
  "(union)/unions/meetings/[id]/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}`, ["record"]),
  "(union)/unions/meetings/[id]/slips/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}/slips`),
  "(union)/unions/meetings/[id]/upload/page.tsx": only(["rep"], (s) => `/unions/meetings/${s.record}/upload`, [
    "record",
  ]),
  "(union)/unions/meetings/[id]/upload/actions.ts#send": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload`,
    (s) => [s.record, { errors: {}, problems: [] }],
    { file: new Blob(["Section,Comment\n1,The walk brings a sheet.\n"]) },
  ),
  "(union)/unions/meetings/[id]/upload/[upload]/page.tsx": only(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload/${s.upload}`,
    ["record"],
  ),
  "(union)/unions/meetings/[id]/upload/[upload]/actions.ts#confirm": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}/upload/${s.upload}`,
    (s) => [s.record, s.upload],
  ),
  "(union)/unions/meetings/[id]/actions.ts#write": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}`,
    (s) => [s.record, stateless],
    (s) => ({ text: "Late buses.", section: "1", formId: s.form, stance: "", district: "" }),
  ),
  "(union)/unions/meetings/[id]/actions.ts#close": deed(
    ["rep"],
    (s) => `/unions/meetings/${s.record}`,
    (s) => [s.record],
  ),
};
