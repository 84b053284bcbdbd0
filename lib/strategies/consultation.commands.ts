import { whyCannotArchiveStrategy } from "@/lib/answers/answer.policy";
import { getClosureFacts } from "@/lib/answers/progress.queries";
import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { endOfDay } from "@/lib/dates";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { whyCannotClose, whyCannotExtend } from "@/lib/strategies/consultation.policy";
import type { ExtendStrategyInput } from "@/lib/strategies/consultation.schema";
import { dayInputValue } from "@/lib/strategies/drafts/draft.rules";
import { canManageStrategy } from "@/lib/strategies/strategy.policy";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import type { Phase } from "@/prisma/generated/enums";

/** Closes a strategy for comments before its closing day. @throws NotFound, RuleViolation (it is not open), Conflict */
export async function closeStrategy(person: Person, strategyId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const strategy = await requireManagedStrategy(tx, person, strategyId);
    const now = new Date();
    const refusal = whyCannotClose(strategy, now);
    if (refusal) throw new RuleViolation(refusal);
    await updatePhase(tx, strategy, { phase: "closed", closesAt: now });
    await recordChange(tx, strategy, { action: "strategies.close" });
  });
}

/** Moves the closing day, with a reason that everybody can read. @throws NotFound, RuleViolation, Conflict */
export async function extendStrategy(person: Person, strategyId: string, input: ExtendStrategyInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const strategy = await requireManagedStrategy(tx, person, strategyId);
    const after = endOfDay(input.closesOn);
    const { closesAt: before } = strategy;
    const hasCompletedAnswers = (await tx.answersClosure.count({ where: { strategyId } })) > 0;
    const refusal = whyCannotExtend({ ...strategy, hasCompletedAnswers });
    if (refusal) throw new RuleViolation(refusal);
    if (dayInputValue(before) !== input.expectedClosesOn)
      throw new Conflict("A colleague has just changed the closing date. Check it again.");
    if (after <= new Date()) throw new RuleViolation("Choose a date in the future.", "closesOn");
    if (strategy.phase === "open" && before && after <= before) {
      throw new RuleViolation(
        "The date must be later than the current closing date. To end it sooner, close it.",
        "closesOn",
      );
    }
    await updatePhase(tx, strategy, { phase: "open", closesAt: after });
    const byId = strategy.accountId;
    await tx.strategyExtension.create({ data: { strategyId, before, after, reason: input.reason, byId } });
    await recordChange(tx, strategy, { action: "strategies.extend", details: { day: input.closesOn } });
  });
}

/**
 * Makes a strategy read-only for good, once it is closed and everything that people wrote about is answered.
 * @throws NotFound, RuleViolation (with what is missing), Conflict
 */
export async function archiveStrategy(person: Person, strategyId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const strategy = await requireManagedStrategy(tx, person, strategyId);
    if (strategy.phase !== "open" && strategy.phase !== "closed") throw new RuleViolation("It was not open.");
    const refusal = whyCannotArchiveStrategy(await getClosureFacts(strategy, tx));
    if (refusal) throw new RuleViolation(refusal);
    await updatePhase(tx, strategy, { phase: "archived" });
    await tx.strategyDraft.deleteMany({ where: { strategyId } });
    await recordChange(tx, strategy, { action: "strategies.archive" });
  });
}

type ManagedStrategyRow = { id: string; phase: Phase; closesAt: Date | null; accountId: string };

async function requireManagedStrategy(tx: Tx, person: Person, id: string): Promise<ManagedStrategyRow> {
  const strategy = await tx.strategy.findUnique({
    where: { id },
    select: { id: true, leadBodyId: true, phase: true, closesAt: true },
  });
  if (!person.accountId || !strategy || !canManageStrategy(person, strategy)) throw new NotFound();
  return { ...strategy, accountId: person.accountId };
}

/** @throws Conflict when the strategy has changed since it was read */
async function updatePhase(
  tx: Tx,
  { id, phase, closesAt }: ManagedStrategyRow,
  changes: { phase: Phase; closesAt?: Date },
): Promise<void> {
  const { count } = await tx.strategy.updateMany({ where: { id, phase, closesAt }, data: changes });
  if (count === 0) throw new Conflict("A colleague has just changed this strategy. Check it again.");
}

type Change =
  | { action: "strategies.close" | "strategies.archive" }
  | { action: "strategies.extend"; details: { day: string } };

async function recordChange(tx: Tx, strategy: ManagedStrategyRow, change: Change): Promise<void> {
  await recordAuditEvent(tx, { ...change, accountId: strategy.accountId, subject: `strategy:${strategy.id}` });
  await invalidateStrategyPages(tx, strategy.id);
}
