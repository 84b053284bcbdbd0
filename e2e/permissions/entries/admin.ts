import { deed, type Entry, kept, only, stateless } from "@/e2e/permissions/entry";

const kindWords = (prefix: string) => ({
  ...{ [`${prefix}name`]: "Walk", [`${prefix}plural`]: "Walks", [`${prefix}short`]: "Walk" },
});

export const running: Record<string, Entry> = {
  "(admin)/admin/page.tsx": only(["admin"], "/admin"),
  "(admin)/admin/bodies/page.tsx": only(["admin"], "/admin/bodies"),
  "(admin)/admin/bodies/actions.ts#putBody": kept(["admin"], "/admin/bodies", [stateless], {
    ...{ kind: "lep", name: "Walk", mayor: "", hasMayor: "no", districts: "Cornwall" },
  }),
  "(admin)/admin/bodies/actions.ts#putBodyKind": kept(["admin"], "/admin/bodies", [stateless], kindWords("body-kind-")),
  "(admin)/admin/bodies/actions.ts#putStrategyKind": kept(
    ["admin"],
    "/admin/bodies",
    [stateless],
    kindWords("strategy-kind-"),
  ),
  "(admin)/admin/complaints/page.tsx": only(["admin"], "/admin/complaints", ["complaint"]),
  "(admin)/admin/complaints/[id]/page.tsx": only(["admin"], (s) => `/admin/complaints/${s.complaint}`, ["complaint"]),
  "(admin)/admin/complaints/[id]/actions.ts#sendAnswer": deed(
    ["admin"],
    (s) => `/admin/complaints/${s.complaint}`,
    (s) => [s.complaint, stateless],
    { answer: "We are sorry." },
  ),
  "(admin)/admin/lost-factors/page.tsx": only(["admin"], "/admin/lost-factors"),
  "(admin)/admin/lost-factors/actions.ts#ask": deed(["admin"], "/admin/lost-factors", [stateless], (s) => ({
    account: s.people.rep ?? "",
    sure: "yes",
  })),
  "(admin)/admin/lost-factors/actions.ts#answer": deed(["admin"], "/admin/lost-factors", (s) => [s.reset, stateless], {
    step: "confirm",
  }),
};
