import { z } from "zod";
import { bodyTitle } from "@/lib/areas/body.rules";
import { db } from "@/lib/database/client";
import { type AuthorNotice, buildAuthorNotice } from "@/lib/moderation/decisions/author-notice.rules";
import { followsDecision, noticeTitle } from "@/lib/moderation/decisions/own-notice.rules";
import { type Page, toPage } from "@/lib/pagination";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

export const noticesPerPage = 20;

export type OwnNotice = AuthorNotice & {
  id: string;
  isNew: boolean;
  areaName: string;
  /** The published answer that it is about. */
  answer: { id: string; strategyId: string } | null;
  /** The comment that it is about; null once it is deleted. `text` is empty unless this person may still read it. */
  about: {
    id: string;
    strategyId: string;
    threadId: string;
    isPublished: boolean;
    isOwn: boolean;
    text: string;
  } | null;
};

const noticePayload = z.object({ decision: z.string().optional(), answer: z.string().optional() }).catch({});

/** A person's notices, newest first. Only they see this page, so the order reveals nothing to others. */
export async function listNotices(
  person: Person,
  after: string | null,
  take = noticesPerPage,
): Promise<Page<OwnNotice>> {
  const participantId = { in: await listOwnParticipantIds(person) };
  const from = after
    ? await db().notice.findFirst({ where: { id: after, participantId }, select: { id: true, createdAt: true } })
    : null;
  const rows = await db().notice.findMany({
    where: {
      participantId,
      ...(from && {
        OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { gt: from.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: take + 1,
    select: { id: true, kind: true, facts: true, commentId: true, seenAt: true },
  });
  const { items: shown, next } = toPage(rows, take, ({ id }) => id);
  const decisions = await findDecisions(shown.flatMap((row) => noticePayload.parse(row.facts).decision ?? []));
  const answers = await findAnswers(shown.flatMap((row) => noticePayload.parse(row.facts).answer ?? []));
  const comments = await findComments(shown.flatMap(({ commentId }) => commentId ?? []));
  const items = shown.map((row): OwnNotice => {
    const decision = decisions.get(noticePayload.parse(row.facts).decision ?? "");
    const answer = answers.get(noticePayload.parse(row.facts).answer ?? "");
    const comment = comments.get(row.commentId ?? "");
    const isOwn = comment !== undefined && participantId.in.includes(comment.participantId);
    return {
      id: row.id,
      isNew: row.seenAt === null,
      areaName: comment?.thread.strategy.areaName ?? "",
      about: comment ? toNoticeComment(comment, isOwn) : null,
      answer: answer ? { id: answer.id, strategyId: answer.strategyId } : null,
      ...noticeContent(row.kind, decision, isOwn, answer ? bodyTitle(answer.body) : null),
    };
  });
  return { items, next };
}

/** The unseen notices among a person's newest. @param take how many of the newest are read */
export async function listNewNotices(person: Person, take: number): Promise<OwnNotice[]> {
  return (await listNotices(person, null, take)).items.filter(({ isNew }) => isNew);
}

/** The details of a decision go only to the comment's author; a reporter learns no more than the outcome. */
function noticeContent(
  kind: string,
  decision: Decision | undefined,
  isOwn: boolean,
  answeredBy: string | null,
): AuthorNotice {
  if (followsDecision(kind) && decision && isOwn) {
    const { case: subject, note, comment, spans, ...rest } = decision;
    const revision = comment.revisions.find(({ number }) => number === decision.revision);
    return buildAuthorNotice({
      ...rest,
      kind: subject.kind,
      toAuthor: note?.toAuthor ?? null,
      text: revision?.text ?? "",
      // not after a redaction: the spans are of the text before it was masked
      spans: decision.action === "return" && revision?.text ? spansSchema.parse(spans) : [],
    });
  }
  return { title: noticeTitle(kind, answeredBy), reasonText: null, message: null, segments: [], nextStep: null };
}

const spansSchema = z.array(z.tuple([z.number(), z.number()])).catch([]);

const decisionColumns = {
  id: true,
  action: true,
  reason: true,
  reasonVersion: true,
  spans: true,
  revision: true,
  note: { select: { toAuthor: true } },
  case: { select: { kind: true, comment: { select: { revisions: { select: { number: true, text: true } } } } } },
} as const;

async function findDecisions(ids: string[]) {
  const rows = await db().decision.findMany({ where: { id: { in: ids } }, select: decisionColumns });
  return new Map(
    rows.map(({ case: { kind, comment }, ...row }) => [
      row.id,
      { ...row, case: { kind }, comment: { revisions: comment?.revisions ?? [] } },
    ]),
  );
}
type Decision = Awaited<ReturnType<typeof findDecisions>> extends Map<string, infer Found> ? Found : never;

async function findAnswers(ids: string[]) {
  const rows = await db().answer.findMany({
    where: { id: { in: ids }, publishedRevision: { not: null } },
    select: { id: true, strategyId: true, body: { select: { name: true, kind: { select: { short: true } } } } },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function findComments(ids: string[]) {
  const rows = await db().comment.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      strategyId: true,
      threadId: true,
      state: true,
      text: true,
      participantId: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true } },
      thread: { select: { strategy: { select: { areaName: true } } } },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
type Comment = Awaited<ReturnType<typeof findComments>> extends Map<string, infer Found> ? Found : never;

function toNoticeComment(
  { id, strategyId, threadId, state, text, revisions }: Comment,
  isOwn: boolean,
): OwnNotice["about"] {
  const isPublished = state === "published";
  const excerpt = isPublished ? text : isOwn ? (revisions[0]?.text ?? "") : "";
  return { id, strategyId, threadId, isPublished, isOwn, text: excerpt };
}
