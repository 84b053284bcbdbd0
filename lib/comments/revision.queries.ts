import { z } from "zod";
import { db } from "@/lib/database/client";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { Prisma } from "@/prisma/generated/client";
import type { CommentState } from "@/prisma/generated/enums";

const spansSchema = z.array(z.tuple([z.number(), z.number()])).catch([]);

/** Selects the case of a report that waits for a rep; none when there is none. */
export const openReports = {
  where: { state: "open", kind: { in: ["report", "illegal"] } },
  take: 1,
  select: { id: true },
} as const satisfies Prisma.Comment$casesArgs;

export type OwnRevision = {
  id: string;
  strategyId: string;
  areaName: string;
  state: CommentState;
  version: number;
  text: string;
  writtenAt: Date;
  isReported: boolean;
  /** Why a rep returned it, and the places in the text that the rep means. */
  reason: string | null;
  reasonVersion: number | null;
  toAuthor: string | null;
  spans: [number, number][];
};

/** The last revision of a person's own comment, with the rep's request if it was returned; null when it is not theirs. */
export async function getOwnRevision(person: Person, id: string): Promise<OwnRevision | null> {
  const comment = await db().comment.findFirst({
    where: { id, participantId: { in: await listOwnParticipantIds(person) } },
    select: {
      id: true,
      strategyId: true,
      state: true,
      version: true,
      thread: { select: { strategy: { select: { areaName: true } } } },
      cases: openReports,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true, createdAt: true } },
    },
  });
  const revision = comment?.revisions[0];
  if (!comment || !revision) return null;
  const decision = await db().decision.findFirst({
    where: { commentId: id, action: "return" },
    orderBy: { sequence: "desc" },
    select: { reason: true, reasonVersion: true, spans: true, note: { select: { toAuthor: true } } },
  });
  const { thread, cases, revisions: _, ...rest } = comment;
  const shown = comment.state === "returned" ? decision : null;
  return {
    ...rest,
    areaName: thread.strategy.areaName,
    text: revision.text,
    writtenAt: revision.createdAt,
    isReported: cases.length > 0,
    reason: shown?.reason ?? null,
    reasonVersion: shown?.reasonVersion ?? null,
    toAuthor: shown?.note?.toAuthor ?? null,
    spans: spansSchema.parse(shown?.spans),
  };
}
