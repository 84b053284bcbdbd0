import { whyClosed, whyNoReplies } from "@/lib/comments/policy";
import {
  findByForm,
  foundationOf,
  getOpenSection,
  getOpenThread,
  isParagraphOf,
  ownParticipantIds,
} from "@/lib/comments/queries";
import { lepOf, vintageOf } from "@/lib/comments/rules";
import type { CommentInput, ReplyInput } from "@/lib/comments/schema";
import { db, isMissingReference, isTaken, markStale, type Tx } from "@/lib/db";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { openCase } from "@/lib/moderation/cases/commands";
import { participantFor, receiptFor } from "@/lib/people/participants/commands";
import { needsReceipt, type Person } from "@/lib/people/policy";
import { consentWording } from "@/lib/people/rules";
import { plainHash, sameBytes } from "@/lib/secrets";
import { tally } from "@/lib/summaries/tallies/commands";

/** A comment that was taken in. The receipt is there for somebody who came without an account or an earlier receipt. */
export type Sent = { commentId: string; participantId: string; receipt: string | null; alias: string };

type Place = { strategyId: string; sectionId: string; foundationId: string | null; versionId: string };

/**
 * Starts a thread on a section. The comment waits for a rep. The same form sent twice writes once, and gives the
 * same receipt again.
 * @throws NotFound (no such section), Refused (closed), Conflict (the section has changed since it was read)
 */
export async function startThread(person: Person, slug: string, number: number, input: CommentInput): Promise<Sent> {
  const { themes, district: districtId, sector: sectorId, paragraph: paragraphId, ...words } = input;
  const section = await getOpenSection(slug, number, districtId);
  if (!section) throw new NotFound();
  const closed = whyClosed(section, new Date());
  if (closed) throw new Refused(closed);
  if (districtId && !section.district) throw new NotFound();
  if (paragraphId && !(await isParagraphOf(section, paragraphId))) throw new NotFound();
  const lepId = lepOf(section.lepIds, section.district?.viaBodies ?? null);
  const vintage = section.district && vintageOf(section.district);
  return write(person, section, words, async (tx) => {
    const thread = await tx.thread.create({
      data: { strategyId: section.strategyId, sectionId: section.sectionId, paragraphId },
      select: { id: true },
    });
    return { threadId: thread.id, isReply: false, themes, lepId, districtId, vintage, sectorId };
  });
}

/**
 * Replies in a thread.
 * @throws NotFound (no such thread), Refused (closed, locked, or its comment is gone), Conflict (see startThread)
 */
export async function replyTo(person: Person, slug: string, threadId: string, input: ReplyInput): Promise<Sent> {
  const thread = await getOpenThread(slug, threadId);
  if (!thread) throw new NotFound();
  const refusal = whyClosed(thread, new Date()) ?? whyNoReplies(thread);
  if (refusal) throw new Refused(refusal);
  const lepId = lepOf(thread.lepIds, null);
  return write(person, thread, input, async () => ({ threadId, isReply: true, themes: [], lepId }));
}

type Shape = {
  threadId: string;
  isReply: boolean;
  themes: string[];
  lepId: string | null;
  districtId?: string | null;
  vintage?: string | null;
  sectorId?: string | null;
};

async function write(
  person: Person,
  place: Place,
  words: ReplyInput,
  shape: (tx: Tx) => Promise<Shape>,
): Promise<Sent> {
  const before = await sentBefore(words.formId);
  if (before) return before;
  if (words.versionId !== place.versionId) {
    throw new Conflict(
      "This section changed while you wrote. Your words are kept below: read the section again, then send.",
    );
  }
  try {
    return await db().$transaction((tx) => insert(tx, person, place, words, shape));
  } catch (error) {
    if (isMissingReference(error)) throw new Refused("One of your choices is not on our list. Choose again.");
    // the same form came twice at once, and the other was first
    const first = isTaken(error) ? await sentBefore(words.formId) : null;
    if (first) return first;
    throw error;
  }
}

async function sentBefore(formId: string): Promise<Sent | null> {
  const sent = await findByForm(formId);
  if (!sent) return null;
  const { receiptHash, ...rest } = sent;
  // whoever knows the form's number may see its receipt again: only the browser that showed the form does
  const receipt = receiptFor(formId);
  const isItsReceipt = receiptHash !== null && sameBytes(receiptHash, plainHash(receipt));
  return { ...rest, receipt: isItsReceipt ? receipt : null };
}

async function insert(
  tx: Tx,
  person: Person,
  place: Place,
  words: ReplyInput,
  shape: (tx: Tx) => Promise<Shape>,
): Promise<Sent> {
  const receipt = needsReceipt(person, place.strategyId) ? receiptFor(words.formId) : null;
  const participant = await participantFor(tx, person, place.strategyId, receipt ?? undefined);
  const { themes, ...columns } = await shape(tx);
  const { strategyId } = place;
  const { stance, formId } = words;
  const comment = await tx.comment.create({
    data: { ...columns, strategyId, participantId: participant.id, stance, formId },
    select: { id: true },
  });
  const commentId = comment.id;
  await tx.revision.create({ data: { commentId, number: 1, versionId: place.versionId, text: words.text } });
  if (themes.length) await tx.commentTheme.createMany({ data: themes.map((themeId) => ({ commentId, themeId })) });
  const now = new Date();
  await tx.participant.updateMany({
    where: { id: participant.id, consentedAt: null },
    data: { consentedTo: consentWording, consentedAt: now },
  });
  await openCase(tx, { kind: "pre_moderation", strategyId, commentId, revision: 1 });
  const counted = { ...place, lepId: columns.lepId, stance, themeIds: themes };
  await tally(tx, counted, { comments: 0, threads: 0, waiting: 1 });
  return { commentId, participantId: participant.id, receipt, alias: participant.alias };
}

/**
 * Takes a comment back, at any time: its words go at once, replies stay.
 * @throws NotFound when it is not this person's
 */
export async function withdraw(person: Person, commentId: string): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  await db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, participantId: { in: ownIds }, state: { notIn: ["withdrawn", "removed"] } },
      select: {
        id: true,
        state: true,
        version: true,
        isReply: true,
        threadId: true,
        strategyId: true,
        lepId: true,
        stance: true,
        themes: { select: { themeId: true } },
        thread: { select: { sectionId: true } },
      },
    });
    if (!comment) throw new NotFound();
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, version: comment.version },
      data: { state: "withdrawn", text: "", version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A rep decided on this comment a moment ago. Look again.");
    await tx.revision.updateMany({ where: { commentId }, data: { text: "" } });
    await tx.case.updateMany({ where: { commentId, state: "open" }, data: { state: "lapsed", decidedAt: new Date() } });
    const isPublished = comment.state === "published";
    if (isPublished && comment.isReply) {
      await tx.thread.update({ where: { id: comment.threadId }, data: { replyCount: { decrement: 1 } } });
    }
    const foundationId = await foundationOf(comment.strategyId, comment.thread.sectionId, tx);
    const counted = {
      ...comment,
      sectionId: comment.thread.sectionId,
      foundationId,
      themeIds: comment.themes.map((theme) => theme.themeId),
    };
    await tally(tx, counted, {
      comments: isPublished ? -1 : 0,
      threads: isPublished && !comment.isReply ? -1 : 0,
      waiting: comment.state === "held" ? -1 : 0,
    });
    await markStale(
      tx,
      `strategy:${comment.strategyId}`,
      `thread:${comment.threadId}`,
      ...(comment.lepId ? [`body:${comment.lepId}`] : []),
    );
  });
}
