import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { endOfDay, startOfDay } from "@/lib/dates";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { whyCannotCheckDraft, whyCannotOpenDraft } from "@/lib/strategies/drafts/draft.policy";
import { type DraftView, getDraft } from "@/lib/strategies/drafts/draft.queries";
import { missingItems } from "@/lib/strategies/drafts/draft.rules";
import { parseDraft } from "@/lib/strategies/drafts/draft.schema";
import { publishVersion, updateDraftVersion } from "@/lib/strategies/versions/version.writes";

/**
 * Records that a second person has checked the draft.
 * @throws NotFound, Conflict (it changed), RuleViolation (why not)
 */
export async function checkDraft(person: Person, strategyId: string, expectedVersion: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await requireDraft(tx, person, strategyId, expectedVersion);
    const refusal = whyCannotCheckDraft(person, draft);
    if (refusal) throw new RuleViolation(refusal);
    await updateDraftVersion(tx, strategyId, expectedVersion, { checkedById: person.accountId });
    await tx.strategy.updateMany({ where: { id: strategyId, phase: "draft" }, data: { phase: "checked" } });
    const { accountId } = person;
    await recordAuditEvent(tx, { action: "strategies.checkDraft", accountId, subject: `strategy:${strategyId}` });
  });
}

/** Opens a checked draft now. @returns the version's number @throws NotFound, Conflict, RuleViolation */
export async function openDraft(person: Person, strategyId: string, expectedVersion: number): Promise<number> {
  return db().$transaction(async (tx) => {
    const draft = await requireDraft(tx, person, strategyId, expectedVersion);
    const refusal = whyCannotOpenDraft(draft);
    if (refusal) throw new RuleViolation(refusal);
    return publishVersion(tx, strategyId, expectedVersion, person.accountId);
  }, longTransaction);
}

/** Sets the day on which a checked draft opens by itself; null cancels. @throws NotFound, Conflict, RuleViolation */
export async function planOpening(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  day: string | null,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await requireDraft(tx, person, strategyId, expectedVersion);
    const refusal = whyCannotOpenDraft(draft);
    if (refusal) throw new RuleViolation(refusal);
    const opensAt = day === null ? null : startOfDay(day);
    if (opensAt && opensAt <= new Date())
      throw new RuleViolation("Choose a date in the future, or open it now.", "day");
    if (opensAt && opensAt >= endOfDay(draft.about.closesOn)) {
      throw new RuleViolation("It would close before it opens. Choose an earlier day.", "day");
    }
    await updateDraftVersion(tx, strategyId, expectedVersion, { opensAt });
    await recordAuditEvent(tx, {
      action: "strategies.planOpening",
      accountId: person.accountId,
      subject: `strategy:${strategyId}`,
      details: { day },
    });
  });
}

/**
 * Opens every draft whose day has come; a job calls it. Opens each once, also when two run at once.
 * @returns how many
 */
export async function openDueDrafts(now = new Date()): Promise<number> {
  const due = await db().strategyDraft.findMany({
    where: { opensAt: { lte: now }, checkedById: { not: null } },
    select: { strategyId: true, version: true },
  });
  let opened = 0;
  for (const { strategyId, version } of due) {
    opened += await db().$transaction(async (tx) => {
      const draft = await tx.strategyDraft.findFirst({ where: { strategyId, version, opensAt: { lte: now } } });
      const { about, sections } = draft ? parseDraft(draft) : { about: null, sections: [] };
      // its closing day passed before its opening: left to the officers
      if (!about || missingItems(about, sections, now).length > 0) return 0;
      await publishVersion(tx, strategyId, version, null);
      return 1;
    }, longTransaction);
  }
  return opened;
}

const longTransaction = { timeout: 60_000 };

async function requireDraft(tx: Tx, person: Person, strategyId: string, expectedVersion: number): Promise<DraftView> {
  const draft = await getDraft(person, strategyId, tx);
  if (!draft || !person.accountId) throw new NotFound();
  if (draft.version !== expectedVersion)
    throw new Conflict(`${draft.editedBy} changed this draft after you opened it. Read it again.`);
  return draft;
}
