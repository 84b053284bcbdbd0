import { action, type Entry, only, stateless, untested } from "@/e2e/permissions/entry";

const kindNames = { name: "Sweep", plural: "Sweeps", short: "Sweep" };

export const adminEntries: Record<string, Entry> = {
  "(admin)/admin/page.tsx": only(["admin"], "/admin"),
  "(admin)/admin/bodies/page.tsx": only(["admin"], "/admin/bodies"),
  "(admin)/admin/bodies/actions.ts#submitBody": untested(["admin"], "/admin/bodies", [stateless], {
    ...{ kind: "lep", name: "Sweep", mayor: "", hasMayor: "no", districts: "Cornwall" },
  }),
  "(admin)/admin/bodies/actions.ts#submitBodyKind": untested(["admin"], "/admin/bodies", [stateless], kindNames),
  "(admin)/admin/bodies/actions.ts#submitStrategyKind": untested(["admin"], "/admin/bodies", [stateless], kindNames),
  "(admin)/admin/corrections/page.tsx": only(["admin"], "/admin/corrections", ["correction"]),
  "(admin)/admin/corrections/[id]/page.tsx": only(["admin"], (s) => `/admin/corrections/${s.correction}`, [
    "correction",
  ]),
  "(admin)/admin/corrections/[id]/actions.ts#submitCheck": action(
    ["admin"],
    (s) => `/admin/corrections/${s.correction}`,
    (s) => [{ id: s.correction }, stateless],
    { decision: "rejected", reply: "The sweep found another list." },
  ),
  "(admin)/admin/complaints/page.tsx": only(["admin"], "/admin/complaints", ["complaint"]),
  "(admin)/admin/complaints/[id]/page.tsx": only(["admin"], (s) => `/admin/complaints/${s.complaint}`, ["complaint"]),
  "(admin)/admin/complaints/[id]/actions.ts#sendAnswer": action(
    ["admin"],
    (s) => `/admin/complaints/${s.complaint}`,
    (s) => [{ id: s.complaint }, stateless],
    { answer: "We are sorry." },
  ),
  "(admin)/admin/lost-factors/page.tsx": only(["admin"], "/admin/lost-factors"),
  "(admin)/admin/lost-factors/actions.ts#requestReset": action(["admin"], "/admin/lost-factors", [stateless], (s) => ({
    account: s.people.rep ?? "",
    sure: "yes",
  })),
  "(admin)/admin/lost-factors/actions.ts#resolveReset": action(
    ["admin"],
    "/admin/lost-factors",
    (s) => [{ id: s.reset }, stateless],
    {
      step: "confirm",
    },
  ),
  "(admin)/admin/people/page.tsx": only(["admin"], "/admin/people"),
  "(admin)/admin/people/new/page.tsx": only(["admin"], "/admin/people/new"),
  "(admin)/admin/people/new/actions.ts#submitRole": action(["admin"], "/admin/people/new", [stateless], {
    ...{ email: "sweep@example.org", label: "Sweeper", role: "union_editor", bodyId: "", unionId: "gmb", lastDay: "" },
  }),
  "(admin)/admin/people/actions.ts#endSessions": action(["admin"], "/admin/people", (s) => [
    { id: s.roleToEnd },
    stateless,
  ]),
  "(admin)/admin/people/[id]/end/page.tsx": only(["admin"], (s) => `/admin/people/${s.roleToEnd}/end`),
  "(admin)/admin/people/[id]/end/actions.ts#endRole": action(
    ["admin"],
    (s) => `/admin/people/${s.roleToEnd}/end`,
    (s) => [{ id: s.roleToEnd }, stateless],
  ),
};
