import { db, isUniqueViolation } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import type { QueueViewInput } from "@/lib/moderation/queue/queue-view.schema";
import type { Person } from "@/lib/people/person.policy";

export const maxQueueViews = 12;

/**
 * Saves a view of the queue for a rep.
 * @throws NotFound (not a rep), RuleViolation (too many, or one of this name)
 */
export async function saveQueueView(person: Person, input: QueueViewInput): Promise<void> {
  const { accountId } = person;
  if (!accountId || repAreaIds(person).length === 0) throw new NotFound();
  if (!input.query) throw new RuleViolation("Choose a filter or an order first, then save it.", "name");
  try {
    await db().$transaction(async (tx) => {
      if ((await tx.queueView.count({ where: { accountId } })) >= maxQueueViews)
        throw new RuleViolation(`You have ${maxQueueViews} saved views. Delete one first.`, "name");
      await tx.queueView.create({ data: { accountId, ...input } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new RuleViolation("You already have a view with this name.", "name");
    throw error;
  }
}

/** Deletes one of a rep's own views. @throws NotFound (no such view of theirs) */
export async function deleteQueueView({ accountId }: Person, id: string): Promise<void> {
  if (!accountId) throw new NotFound();
  const { count } = await db().queueView.deleteMany({ where: { id, accountId } });
  if (count === 0) throw new NotFound();
}
