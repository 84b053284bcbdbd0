import { shortenText } from "@/lib/characters";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { listNewestSections } from "@/lib/strategies/drafts/newest-version.queries";
import { countThreadsByParagraph } from "@/lib/strategies/versions/thread-count.queries";

/** Which paragraphs of the newest version those of a draft continue. */
export type ParagraphMatches = {
  version: number;
  /** How many paragraphs are unchanged. */
  unchangedCount: number;
  /** New or changed. `before`: the text of the paragraph that it continues; `label`: that paragraph in a list. */
  changed: {
    key: string;
    section: string;
    text: string;
    paragraphId: string | null;
    before: string | null;
    label: string;
  }[];
  /** Paragraphs of the newest version that none continues. */
  removed: { id: string; label: string; threads: number }[];
};

/** Null when there is no draft, or this person may not write it. */
export async function getParagraphMatches(person: Person, slug: string): Promise<ParagraphMatches | null> {
  const draft = await getDraft(person, slug);
  if (!draft) return null;
  const newest = await listNewestSections(slug, db());
  const oldParagraphs = newest.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ id, text }) => ({
      id,
      text,
      label: `${title}: ${shortenText(text, 60)}`,
    })),
  );
  const oldById = new Map(oldParagraphs.map((old) => [old.id, old]));
  const all = draft.sections.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ key, text, paragraphId }) => {
      const old = oldById.get(paragraphId ?? "");
      return { key, section: title, text, paragraphId, before: old?.text ?? null, label: old?.label ?? "" };
    }),
  );
  const continuedIds = new Set(all.map(({ paragraphId }) => paragraphId));
  const removed = oldParagraphs.filter(({ id }) => !continuedIds.has(id));
  const threads = await countThreadsByParagraph(
    newest.map(({ id }) => id),
    removed.map(({ id }) => id),
  );
  return {
    version: draft.version,
    unchangedCount: all.filter(({ text, before }) => text === before).length,
    changed: all.filter(({ text, before }) => text !== before),
    removed: removed.map(({ id, label }) => ({ id, label, threads: threads.get(id) ?? 0 })),
  };
}
