import { findParagraph } from "@/lib/comments/submission.queries";
import { getSection, type SectionView } from "@/lib/strategies/versions/section.queries";
import { getRemovedSection } from "@/lib/strategies/versions/version.queries";

/** Where a comment goes, after a new version of the strategy too. */
export type CommentPlace = {
  /** The section and paragraph of the address. */
  requested: { number: number; paragraph: string | null };
  /** The section of the newest version; null when the one of the address is gone and none has its threads. */
  section: SectionView | null;
  /** `isCurrent`: whether the newest version has it, in `section`. */
  paragraph: { id: string; text: string; isCurrent: boolean } | null;
  /** The last title of a section that the newest version does not have. */
  removedTitle: string | null;
};

/** Null when the strategy is not visible, or never had this section or paragraph. */
export async function findCommentPlace(
  slug: string,
  number: number,
  paragraphId: string | null,
): Promise<CommentPlace | null> {
  const requested = { number, paragraph: paragraphId };
  const section = await getSection(slug, number);
  const own = section?.paragraphs.find(({ id }) => id === paragraphId);
  if (section && (own || !paragraphId))
    return { requested, section, paragraph: own ? { ...own, isCurrent: true } : null, removedTitle: null };
  const removed = section ? null : await getRemovedSection(slug, number);
  if (!section && !removed) return null;
  const found = paragraphId ? await findParagraph(slug, paragraphId) : null;
  if (paragraphId && !found) return null;
  const target = found?.number ?? removed?.movedTo ?? null;
  return {
    requested,
    section: target === null ? section : await getSection(slug, target),
    paragraph: found && paragraphId ? { id: paragraphId, text: found.text, isCurrent: found.number !== null } : null,
    removedTitle: removed?.title ?? null,
  };
}
