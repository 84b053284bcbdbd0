import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { findFollowTarget } from "@/lib/notifications/follow.queries";
import type { FollowInput } from "@/lib/notifications/follow.schema";
import type { Person } from "@/lib/people/person.policy";

/** Follows a strategy or a section, for the weekly mail. @throws NotFound, RuleViolation (no email address) */
export async function createFollow(person: Person, input: FollowInput): Promise<void> {
  const { accountId } = person;
  if (!accountId) throw new RuleViolation("You need an email address for this. Sign in with one first.");
  const sectionId = await findFollowTarget(input);
  if (sectionId === null) throw new NotFound();
  await db().follow.createMany({ data: [{ accountId, strategyId: input.strategy, sectionId }], skipDuplicates: true });
}

/** Stops following a strategy or a section. @throws NotFound */
export async function deleteFollow({ accountId }: Person, input: FollowInput): Promise<void> {
  const sectionId = await findFollowTarget(input);
  if (!accountId || sectionId === null) throw new NotFound();
  await db().follow.deleteMany({ where: { accountId, strategyId: input.strategy, sectionId } });
}
