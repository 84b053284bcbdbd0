import { decisionWords } from "@/lib/answers/answer.rules";
import { type Feed as AtomFeed, atomFeed, type FeedEntry } from "@/lib/atom-feed";
import { paths } from "@/lib/routes";
import type { AnswerDecision } from "@/prisma/generated/enums";

type Words = { number: number; decision: AnswerDecision; why: string; changed: string | null; week: string };
type Entry = {
  id: string;
  strategyId: string;
  by: string;
  point: { title: string };
  now: Words;
  /** What was published before, the newest first. */
  before: Words[];
};

type Feed = Omit<AtomFeed, "entries"> & { entries: Entry[] };

/**
 * An Atom feed of answers. Ids never change: they are made of the answer and the number of its words, and of no
 * address. Days are Mondays, as everywhere.
 */
export function atom({ entries, ...feed }: Feed): string {
  return atomFeed({ ...feed, entries: entries.map(entryOf) });
}

function entryOf({ id, strategyId, by, point, now, before }: Entry): FeedEntry {
  return {
    id: `urn:at-the-table:answer:${id}:${now.number}`,
    title: `${decisionWords[now.decision]}: ${point.title}`,
    published: (before.at(-1) ?? now).week,
    updated: now.week,
    author: by,
    page: `${paths.answers(strategyId)}#answer-${id}`,
    words: [now.why, now.changed && `What changed: ${now.changed}`].filter(Boolean).join("\n\n"),
  };
}
