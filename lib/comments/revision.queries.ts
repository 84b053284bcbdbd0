import { z } from "zod";
import { listOwnParticipantIds } from "@/lib/comments/own-comment.queries";
import { db } from "@/lib/database/client";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import type { Person } from "@/lib/people/person.policy";
import type { CommentState } from "@/prisma/generated/enums";

const spansSchema = z.array(z.tuple([z.number(), z.number()])).catch([]);

export type OwnRevision = {
  id: string;
  strategyId: string;
  areaName: string;
  state: CommentState;
  version: number;
  text: string;
  writtenAt: Date;
  /** Why it was returned, in words for its author, and the places in the text that are meant. */
  reasonText: string | null;
  toAuthor: string | null;
  spans: [number, number][];
};

/** One of a person's own comments as it was last written, with what a rep asks of it; null when it is not theirs. */
export async function getOwnRevision(person: Person, id: string): Promise<OwnRevision | null> {
  const comment = await db().comment.findFirst({
    where: { id, participantId: { in: await listOwnParticipantIds(person) } },
    select: {
      id: true,
      strategyId: true,
      state: true,
      version: true,
      thread: { select: { strategy: { select: { areaName: true } } } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true, createdAt: true } },
    },
  });
  const revision = comment?.revisions[0];
  if (!comment || !revision) return null;
  const decision = await db().decision.findFirst({
    where: { commentId: id, action: "return" },
    orderBy: { decidedAt: "desc" },
    select: { reason: true, reasonVersion: true, spans: true, note: { select: { toAuthor: true } } },
  });
  const isReturned = comment.state === "returned";
  const { thread, revisions: _, ...rest } = comment;
  return {
    ...rest,
    areaName: thread.strategy.areaName,
    text: revision.text,
    writtenAt: revision.createdAt,
    reasonText: isReturned && decision ? (findReason(decision.reason, decision.reasonVersion)?.text ?? null) : null,
    toAuthor: isReturned ? (decision?.note?.toAuthor ?? null) : null,
    spans: isReturned ? spansSchema.parse(decision?.spans) : [],
  };
}
