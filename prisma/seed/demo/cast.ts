import type { Tx } from "@/lib/database/client";
import { emailColumns } from "@/lib/people/account.writes";
import { makeAlias } from "@/lib/people/alias.rules";
import { participantOwnerIndex, receiptForForm } from "@/lib/people/participant.queries";
import { plainHash } from "@/lib/security/encryption";
import { type CastPerson, demoId, readCast, seededRandom } from "@/prisma/seed/demo/content";

/** The receipt of a member of the cast who has no e-mail address; shown on /demo. */
export const demoReceipt = (key: string): string => receiptForForm(demoId("form", key));

/** Accounts, roles and participants of the cast. */
export async function seedCast(tx: Tx): Promise<void> {
  const { people, participants } = readCast();
  for (const person of people) await seedPerson(tx, person);
  const random = seededRandom("aliases");
  const taken = new Set<string>();
  await tx.participant.createMany({
    data: participants.map(({ key, strategyId }) => {
      const person = people.find(({ participantKey }) => participantKey === key);
      return {
        id: demoId("participant", key),
        strategyId,
        alias: freeAlias(random, strategyId, taken),
        isDemo: true,
        ...signInMeans(person, strategyId),
      };
    }),
  });
}

export function freeAlias(random: () => number, strategyId: string, taken: Set<string>): string {
  for (;;) {
    const alias = makeAlias((below) => Math.floor(random() * below));
    if (!taken.has(strategyId + alias)) {
      taken.add(strategyId + alias);
      return alias;
    }
  }
}

function signInMeans(person: CastPerson | undefined, strategyId: string) {
  if (!person) return {};
  if (person.email) return { ownerIndex: participantOwnerIndex(demoId("account", person.key), strategyId) };
  return { receiptHash: plainHash(demoReceipt(person.key)) };
}

async function seedPerson(tx: Tx, { key, role, bodyId, unionId, label, email }: CastPerson): Promise<void> {
  if (!email) return;
  const id = demoId("account", key);
  const isStaff = role !== "participant" && role !== "visitor";
  await tx.account.create({
    data: {
      ...emailColumns(email, id),
      label: isStaff ? label : null,
    },
  });
  if (isStaff) await tx.grant.create({ data: { id: demoId("grant", key), accountId: id, role, bodyId, unionId } });
}
