import type { Tx } from "@/lib/database/client";
import { emailColumns } from "@/lib/people/account.writes";
import type { Person } from "@/lib/people/person.policy";
import type { Role } from "@/prisma/generated/enums";
import { demoId, readCast } from "@/prisma/seed/demo/content";

// Reps and officers of the areas without a cast. Nobody can be them: they are not on /demo.

type Staff = { key: string; role: Role; bodyId: string | null; unionId: string | null; label: string };

const bodies = [
  ...["tees-valley-ca", "cheshire-warrington", "west-of-england-ca", "the-marches", "buckinghamshire"],
  ...["liverpool-city-region-ca", "swindon-wiltshire", "cumbria", "dorset"],
];
const staff: Staff[] = [
  ...bodies.flatMap((bodyId): Staff[] => [
    { key: `rep-${bodyId}-1`, role: "rep", bodyId, unionId: "unison", label: "Rep 1 (UNISON)" },
    { key: `rep-${bodyId}-2`, role: "rep", bodyId, unionId: "gmb", label: "Rep 2 (GMB)" },
    { key: `officer-${bodyId}-1`, role: "officer", bodyId, unionId: null, label: "Officer" },
    { key: `officer-${bodyId}-2`, role: "officer", bodyId, unionId: null, label: "Second officer" },
  ]),
  { key: "union-officer-gmb", role: "union_officer", bodyId: null, unionId: "gmb", label: "Officer (GMB)" },
  { key: "union-officer-usdaw", role: "union_officer", bodyId: null, unionId: "usdaw", label: "Officer (Usdaw)" },
];

export async function insertStaff(tx: Tx): Promise<void> {
  await tx.account.createMany({
    data: staff.map(({ key, label }) => ({
      ...emailColumns(`${key}@example.org`, demoId("account", key)),
      label,
    })),
  });
  await tx.grant.createMany({
    data: staff.map(({ key, role, bodyId, unionId }) => ({
      ...{ id: demoId("grant", key), accountId: demoId("account", key), role, bodyId, unionId },
    })),
  });
}

const everybody = (): Staff[] => [
  ...readCast().people.flatMap(({ key, role, bodyId, unionId, label }) =>
    role === "participant" || role === "visitor" ? [] : [{ key, role, bodyId, unionId, label }],
  ),
  ...staff,
];

type StaffPerson = Person & { accountId: string };

const toPerson = ({ key, role, bodyId, unionId, label }: Staff): StaffPerson => ({
  ...{ accountId: demoId("account", key), participantId: null, participantStrategyId: null, label },
  grants: [{ role, bodyId, unionId }],
});

export const repsOf = (bodyId: string) =>
  everybody()
    .filter((one) => one.role === "rep" && one.bodyId === bodyId)
    .map(toPerson);
export const officersOf = (bodyId: string) =>
  everybody()
    .filter((one) => one.role === "officer" && one.bodyId === bodyId)
    .map(toPerson);
