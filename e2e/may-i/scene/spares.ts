import { elsewhere, type Known, known, roles, secret, somebody, strategy } from "@/e2e/may-i/scene/people";
import type { Who } from "@/e2e/may-i/who";
import { draftOwner } from "@/lib/comments/drafting/queries";
import { db } from "@/lib/db";
import { participantFor } from "@/lib/people/participants/commands";
import { type Person, visitor } from "@/lib/people/policy";
import { keptAddress } from "@/lib/people/queries";
import { consentWording } from "@/lib/people/rules";
import { startSession } from "@/lib/people/sessions/commands";
import { randomSecret } from "@/lib/secrets";

/** Somebody who is there to do one thing to what is their own: by what they are in, and what their rows are known by. */
export type Spare = { token: string; ids: string[] };
export type Spares = Partial<Record<Who, Spare>>;

/** One of each kind, so many times. A visitor has nothing to make. */
export async function makeSpares(times: number): Promise<Spares[]> {
  const sets: Spares[] = [];
  for (let set = 0; set < times; set++) {
    const accounts = known.map(async (who) => [who, await spareAccount(who)] as const);
    sets.push({ ...Object.fromEntries(await Promise.all(accounts)), receipt: await spareReceipt() });
  }
  return sets;
}

/** With an address, a part in one strategy, and one in another where they took their agreement back. */
async function spareAccount(who: Known): Promise<Spare> {
  const person = await somebody(roles[who]);
  const { accountId } = person;
  await db().account.update({ where: { id: accountId }, data: keptAddress(`${secret()}@example.org`) });
  const here = await partIn(strategy, person);
  const there = await partIn(elsewhere, person, new Date());
  const token = await startSession({ accountId, isProved: who !== "half" }, null);
  return { token, ids: [accountId, here, there, ownerOf(person)] };
}

async function spareReceipt(): Promise<Spare> {
  const participantId = await partIn(strategy, visitor);
  const token = await startSession({ participantId }, null);
  return { token, ids: [participantId, ownerOf({ ...visitor, participantId, participantStrategyId: strategy })] };
}

async function partIn(strategyId: string, person: Person, consentEndedAt: Date | null = null): Promise<string> {
  const { id } = await participantFor(db(), person, strategyId, randomSecret());
  const consent = { consentedTo: consentWording, consentedAt: new Date(), consentEndedAt };
  await db().participant.update({ where: { id }, data: consent });
  return id;
}

/** By what their drafts are known. */
const ownerOf = (person: Person) => Buffer.from(draftOwner(person, strategy) ?? []).toString("hex");
