import { whyNotArchive } from "@/lib/answers/answer.policy";
import { closingFacts } from "@/lib/answers/progress.queries";
import { recordEvent } from "@/lib/audit/record.writes";
import { db, markStale, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { whyNotExtend, whyNotStop } from "@/lib/strategies/consultation.policy";
import type { ExtendInput } from "@/lib/strategies/consultation.schema";
import { canDraft } from "@/lib/strategies/drafts/draft.policy";
import { lastMoment, typedDay } from "@/lib/strategies/drafts/draft.rules";
import type { Phase } from "@/prisma/generated/enums";

/** Ends comments now, before the closing day. @throws NotFound, Refused (it is not open), Conflict */
export async function closeStrategy(person: Person, strategyId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const strategy = await find(tx, person, strategyId);
    const now = new Date();
    const refusal = whyNotStop(strategy, now);
    if (refusal) throw new Refused(refusal);
    await move(tx, strategy, { phase: "closed", closesAt: now });
    await tell(tx, strategy, "strategies.close");
  });
}

/** Moves the closing day, and says why to everybody. @throws NotFound, Refused, Conflict */
export async function extendStrategy(person: Person, strategyId: string, input: ExtendInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const strategy = await find(tx, person, strategyId);
    const after = lastMoment(input.closesOn);
    const { closesAt: before } = strategy;
    const isAnswered = (await tx.answersClosing.count({ where: { strategyId } })) > 0;
    const refusal = whyNotExtend({ ...strategy, isAnswered });
    if (refusal) throw new Refused(refusal);
    if (typedDay(before) !== input.seen)
      throw new Conflict("A colleague moved the closing day before you. Look again.");
    if (after <= new Date()) throw new Refused("Choose a day that is still to come.", "closesOn");
    if (strategy.phase === "open" && before && after <= before) {
      throw new Refused("This is not later than the closing day now. To end it sooner, close it.", "closesOn");
    }
    await move(tx, strategy, { phase: "open", closesAt: after });
    const byId = strategy.accountId;
    await tx.strategyExtension.create({ data: { strategyId, before, after, reason: input.reason, byId } });
    await tell(tx, strategy, "strategies.extend", { day: input.closesOn });
  });
}

/**
 * Keeps a strategy for reading only, for good: when it is over and nothing that people wrote about is unanswered.
 * @throws NotFound, Refused (with what is missing), Conflict
 */
export async function archiveStrategy(person: Person, strategyId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const strategy = await find(tx, person, strategyId);
    if (strategy.phase !== "open" && strategy.phase !== "closed") throw new Refused("It was not open.");
    const refusal = whyNotArchive(await closingFacts(strategy, tx));
    if (refusal) throw new Refused(refusal);
    await move(tx, strategy, { phase: "archived" });
    await tx.strategyDraft.deleteMany({ where: { strategyId } });
    await tell(tx, strategy, "strategies.archive");
  });
}

type Found = {
  id: string;
  leadBodyId: string;
  phase: Phase;
  closesAt: Date | null;
  bodies: { bodyId: string }[];
  accountId: string;
};

async function find(tx: Tx, person: Person, id: string): Promise<Found> {
  const strategy = await tx.strategy.findUnique({
    where: { id },
    select: { id: true, leadBodyId: true, phase: true, closesAt: true, bodies: { select: { bodyId: true } } },
  });
  if (!person.accountId || !strategy || !canDraft(person, strategy)) throw new NotFound();
  return { ...strategy, accountId: person.accountId };
}

/** Changes a strategy that is still as it was read. @throws Conflict */
async function move(tx: Tx, { id, phase, closesAt }: Found, to: { phase: Phase; closesAt?: Date }): Promise<void> {
  const { count } = await tx.strategy.updateMany({ where: { id, phase, closesAt }, data: to });
  if (count === 0) throw new Conflict("A colleague changed this strategy a moment ago. Look again.");
}

async function tell(tx: Tx, strategy: Found, deed: string, details: Record<string, string> = {}): Promise<void> {
  const { id, accountId, leadBodyId, bodies } = strategy;
  await recordEvent(tx, { deed, accountId, subject: `strategy:${id}`, details });
  await markStale(
    tx,
    `strategy:${id}`,
    ...[leadBodyId, ...bodies.map(({ bodyId }) => bodyId)].map((of) => `body:${of}`),
  );
}
