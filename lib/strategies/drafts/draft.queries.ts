import { db, type Tx } from "@/lib/database/client";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import type { Person } from "@/lib/people/person.policy";
import type { DraftFacts } from "@/lib/strategies/drafts/draft.policy";
import { missingItems } from "@/lib/strategies/drafts/draft.rules";
import { type DraftAbout, type DraftSection, parseDraft } from "@/lib/strategies/drafts/draft.schema";
import { getManagedStrategy, type ManagedStrategy } from "@/lib/strategies/managed-strategy.queries";

/** The draft of a strategy's next version. */
export type DraftView = DraftFacts & {
  strategy: ManagedStrategy;
  version: number;
  about: DraftAbout;
  sections: DraftSection[];
  opensAt: Date | null;
  editedBy: string;
  checkedBy: string | null;
};

/** Null when there is none, or this person may not write it. */
export async function getDraft(
  person: Person,
  slug: string,
  tx: Tx = db(),
  now = new Date(),
): Promise<DraftView | null> {
  const strategy = await getManagedStrategy(person, slug, tx);
  const row = strategy && (await tx.strategyDraft.findUnique({ where: { strategyId: slug } }));
  if (!row) return null;
  const { about, sections } = parseDraft(row);
  const labels = await getAccountLabels([row.editedById, row.checkedById ?? ""], tx);
  return {
    strategy,
    version: row.version,
    about,
    sections,
    opensAt: row.opensAt,
    editedById: row.editedById,
    checkedById: row.checkedById,
    missing: missingItems(about, sections, now),
    editedBy: labels.get(row.editedById) ?? "A colleague",
    checkedBy: row.checkedById && (labels.get(row.checkedById) ?? "A colleague"),
  };
}
