import type { SessionTokens } from "@/lib/auth/session.writes";
import { whyCannotReply } from "@/lib/comments/comment.policy";
import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { CommentInput, ReplyInput } from "@/lib/comments/comment.schema";
import {
  type CommentTarget,
  insertCommentSql,
  insertResult,
  publishSubmittedComment,
} from "@/lib/comments/comment.writes";
import { draftOwnerIndex } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import {
  getOpenSectionWithContext,
  getOpenThread,
  getSubmittedComment,
  isParagraphOf,
  type SubmittedComment,
} from "@/lib/comments/submission.queries";
import { db, isForeignKeyViolation, isUniqueViolation, transact } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import {
  type CheckContext,
  type CheckSubject,
  checkContextSql,
  findCheckContext,
  parseCheckContext,
} from "@/lib/moderation/checks/check.queries";
import { isAtRisk, shouldHoldComment } from "@/lib/moderation/checks/check.rules";
import { buildCase, hashNormalisedText } from "@/lib/moderation/queue/case.writes";
import { notifyQueueSoon } from "@/lib/moderation/queue/queue.writes";
import { isPreModerated, whyCannotWrite } from "@/lib/moderation/sanctions/sanction.policy";
import { listSanctions } from "@/lib/moderation/sanctions/sanction.queries";
import { prepareParticipant, receiptForForm } from "@/lib/people/participant.queries";
import { maxAliasAttempts } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import {
  enforceCountedSubmissionLimit,
  enforceSubmissionLimit,
  type Sender,
  submissionLimitFor,
} from "@/lib/security/submission-limit";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import type { ModerationMode } from "@/prisma/generated/enums";

/**
 * Starts a thread on a section. The comment is held for a rep, or published at once where the strategy publishes first.
 * A form that is sent twice creates one comment, and returns the same receipt.
 * @param sender for the limits, with the tokens of a session to start for somebody new, who will return by receipt;
 * null for imports
 * @throws RateLimited and ProofOfWorkRequired (see enforceSubmissionLimit), NotFound (no such section), RuleViolation (closed), Conflict (the section has changed since it was read)
 */
export async function startThread(
  person: Person,
  slug: string,
  number: number,
  input: CommentInput,
  sender: (Sender & { tokens: SessionTokens }) | null = null,
): Promise<SubmittedComment> {
  let limit = sender && submissionLimitFor(person, sender); // counted once, also when the insert is tried again
  const { themes, district: districtId, sector: sectorId, paragraph: paragraphId, ...content } = input;
  return writeComment(person, slug, content, sender?.tokens ?? null, async (checked) => {
    const section = await getOpenSectionWithContext(slug, number, districtId, checkContextSql(checked), limit);
    if (sender && limit && section) await enforceCountedSubmissionLimit(person, sender, section.points);
    limit = null;
    if (!section) throw new NotFound();
    const refusal = whyCannotComment(section, new Date());
    if (refusal) throw new RuleViolation(refusal);
    if (districtId && !section.district) throw new NotFound();
    if (paragraphId && !(await isParagraphOf(section, paragraphId))) throw new NotFound();
    const lepId = lepForComment(section.lepIds, section.district?.viaBodies ?? null);
    const vintage = section.district && boundaryVintage(section.district);
    const draft = formatDraftPlace({ number, paragraph: paragraphId });
    const checkContext = parseCheckContext(section.context);
    return {
      ...section,
      threadId: null,
      paragraphId,
      themes,
      lepId,
      districtId,
      vintage,
      sectorId,
      draft,
      checkContext,
    };
  });
}

/**
 * Replies in a thread.
 * @throws RateLimited, ProofOfWorkRequired, NotFound (no such thread), RuleViolation (closed, locked, or its first comment is not published), Conflict (see startThread)
 */
export async function replyToThread(
  person: Person,
  slug: string,
  threadId: string,
  input: ReplyInput,
  sender: Sender | null = null,
): Promise<SubmittedComment> {
  if (sender) await enforceSubmissionLimit(person, sender);
  return writeComment(person, slug, input, null, async (checked) => {
    const thread = await getOpenThread(slug, threadId);
    if (!thread) throw new NotFound();
    const refusal = whyCannotComment(thread, new Date()) ?? whyCannotReply(thread);
    if (refusal) throw new RuleViolation(refusal);
    const emptyAnswers = { paragraphId: null, themes: [], districtId: null, vintage: null, sectorId: null };
    const draft = formatDraftPlace({ thread: threadId });
    const checkContext = await findCheckContext(db(), checked);
    return { ...thread, ...emptyAnswers, threadId, lepId: lepForComment(thread.lepIds, null), draft, checkContext };
  });
}

/** What the insert needs to know of the place of a comment. */
type SubmissionTarget = CommentTarget & {
  mode: ModerationMode;
  /** The place of its draft. */
  draft: string;
  checkContext: CheckContext;
};

type FindTarget = (checked: CheckSubject) => Promise<SubmissionTarget>;

async function writeComment(
  person: Person,
  strategyId: string,
  content: ReplyInput,
  tokens: SessionTokens | null,
  find: FindTarget,
): Promise<SubmittedComment> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await insertComment(person, strategyId, content, tokens, find, attempt === 0);
    } catch (error) {
      if (isForeignKeyViolation(error))
        throw new RuleViolation("One of your choices is not on our list. Choose again.");
      if (!isUniqueViolation(error)) throw error;
      // the same form was sent before or at the same time; otherwise all aliases were taken
      const first = await getSubmittedComment(content.formId);
      if (first) return first;
      if (attempt === maxAliasAttempts) throw error;
    }
  }
}

async function insertComment(
  person: Person,
  strategyId: string,
  content: ReplyInput,
  tokens: SessionTokens | null,
  find: FindTarget,
  isFirst: boolean,
): Promise<SubmittedComment> {
  const receipt = needsReceipt(person, strategyId) ? receiptForForm(content.formId) : null;
  const participant = await prepareParticipant(person, strategyId, receipt ?? undefined, isFirst);
  const { id: participantId } = participant;
  const commentId = newId();
  const normalisedTextHash = hashNormalisedText(content.text);
  const { checkContext, ...target } = await find({ commentId, participantId, strategyId, normalisedTextHash });
  if (content.versionId !== target.versionId) {
    const earlier = await getSubmittedComment(content.formId);
    if (earlier) return earlier;
    throw new Conflict(
      "This section changed while you wrote. Your words are kept below: read the section again, then send.",
    );
  }
  const sanctions = participant.isNew ? [] : await listSanctions(participantId);
  const refusal = whyCannotWrite(sanctions, new Date());
  if (refusal) throw new RuleViolation(refusal);
  const requiresPreModeration = target.mode === "before" || isPreModerated(sanctions, new Date());
  const kind = requiresPreModeration ? "pre_moderation" : "check";
  const newCase = { kind, strategyId, commentId, revision: 1, text: content.text, normalisedTextHash } as const;
  const caseRow = buildCase(newCase, checkContext);
  const sessionTokens = receipt === null ? null : tokens;
  const draft = { owner: draftOwnerIndex(person, strategyId), place: target.draft };
  const { name, sql } = insertCommentSql({
    ...target,
    ...content,
    commentId,
    participant,
    caseRow,
    draft,
    tokens: sessionTokens,
  });
  const isHeld = requiresPreModeration || shouldHoldComment(caseRow.hits);
  const [{ alias }] = insertResult.parse(
    await (isHeld
      ? runPrepared(name, sql)
      : transact(async (tx) => {
          const rows = await tx.$queryRaw(sql);
          await publishSubmittedComment(tx, commentId, content.text);
          return rows;
        })),
  );
  notifyQueueSoon(caseRow.areaId);
  const state = isHeld ? "held" : "published";
  return {
    ...{ commentId, strategyId, participantId, receipt, alias, state },
    hasStartedSession: sessionTokens !== null,
    isAtRisk: isAtRisk(caseRow.hits),
  };
}
