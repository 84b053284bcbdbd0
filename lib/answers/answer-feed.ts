import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { type Feed as AtomFeed, atomFeed, type FeedEntry } from "@/lib/atom-feed";
import { paths } from "@/lib/routes";
import type { AnswerDecision } from "@/prisma/generated/enums";

type FeedRevision = { number: number; decision: AnswerDecision; why: string; changed: string | null; week: string };
type FeedAnswer = {
  id: string;
  strategyId: string;
  by: string;
  source: { title: string };
  current: FeedRevision;
  /** The revisions published before, newest first. */
  earlier: FeedRevision[];
};

type AnswerFeed = Omit<AtomFeed, "entries"> & { entries: FeedAnswer[] };

/**
 * An Atom feed of answers. An entry has the answer's id and the number of its first published revision for its id, which
 * stays when the answer is revised or its address changes (RFC 4287, 4.2.6). Dates are the Mondays of weeks.
 */
export function answerAtomFeed({ entries, ...feed }: AnswerFeed): string {
  return atomFeed({ ...feed, entries: entries.map(toFeedEntry) });
}

function toFeedEntry({ id, strategyId, by, source, current, earlier }: FeedAnswer): FeedEntry {
  const first = earlier.at(-1) ?? current;
  return {
    id: `urn:at-the-table:answer:${id}:${first.number}`,
    title: `${answerDecisionLabels[current.decision]}: ${source.title}`,
    published: first.week,
    updated: current.week,
    changes: earlier.length,
    author: by,
    page: paths.publishedAnswer(strategyId, id),
    text: [current.why, current.changed && `What changed: ${current.changed}`].filter(Boolean).join("\n\n"),
  };
}
