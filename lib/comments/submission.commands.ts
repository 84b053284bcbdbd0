import type { SessionTokens } from "@/lib/auth/session.writes";
import { whyCannotReply } from "@/lib/comments/comment.policy";
import { boundaryVintage, lepForComment } from "@/lib/comments/comment.rules";
import type { CommentInput, ReplyInput } from "@/lib/comments/comment.schema";
import {
  acceptSubmittedComment,
  type CommentTarget,
  insertCommentSql,
  insertResult,
} from "@/lib/comments/comment.writes";
import { draftOwnerIndex } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace, parseDraftPlace } from "@/lib/comments/drafts/draft.rules";
import {
  getOpenSectionWithContext,
  getOpenThread,
  getSubmission,
  isParagraphOf,
  type SubmittedComment,
} from "@/lib/comments/submission.queries";
import { isSameSubmission, type SubmittedContent } from "@/lib/comments/submission.rules";
import type { FormDraft } from "@/lib/comments/writer.queries";
import { db, isForeignKeyViolation, isUniqueViolation, transact } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { Conflict, FormUsed, NotFound, RuleViolation } from "@/lib/errors";
import {
  type CheckContext,
  type CheckSubject,
  checkContextSql,
  findCheckContext,
  hashNormalisedText,
  parseCheckContext,
} from "@/lib/moderation/checks/check.queries";
import { isAtRisk, shouldHoldComment } from "@/lib/moderation/checks/check.rules";
import { buildCase } from "@/lib/moderation/queue/case.writes";
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
import { getRemovedSection } from "@/lib/strategies/versions/version.queries";
import type { ModerationMode } from "@/prisma/generated/enums";

const changedSectionMessage =
  "This section changed while you were writing. What you wrote is below. Read the section again, then send.";
const removedSectionMessage = "This section is not in the latest version of the strategy. What you wrote is below.";
const usedFormMessage =
  "You have already sent this form. We have what you sent before, but not what is below. Choose what to do with it.";

/**
 * Starts a thread on a section. The comment is held for a rep, or published at once where the strategy publishes first.
 * A form that is sent twice creates one comment, and returns the same receipt.
 * @param sender for the limits, with the tokens of a session to start for somebody new, who will return by receipt;
 * null for imports
 * @throws RateLimited and ProofOfWorkRequired (see enforceSubmissionLimit), NotFound (no such section or paragraph),
 *   RuleViolation (closed), Conflict (the section has changed since it was read, or is gone), FormUsed (it was sent
 *   before with other content)
 */
export async function startThread(
  person: Person,
  slug: string,
  number: number,
  input: CommentInput,
  sender: (Sender & { tokens: SessionTokens; formDraft?: FormDraft }) | null = null,
): Promise<SubmittedComment> {
  const submitter = { accountId: person.accountId, isNew: needsReceipt(person, slug) };
  let limit = sender && submissionLimitFor(submitter, sender); // counted once, also when the insert is tried again
  const { themes, district: districtId, sector: sectorId, paragraph: paragraphId, ...content } = input;
  const written = { content, answers: { themes, district: districtId, sector: sectorId } };
  return writeComment(person, slug, written, sender, async (checked) => {
    const section = await getOpenSectionWithContext(slug, number, districtId, checkContextSql(checked), limit);
    if (sender && limit && section) await enforceCountedSubmissionLimit(submitter, sender, section.points);
    limit = null;
    if (!section) {
      if (await getRemovedSection(slug, number)) throw new Conflict(removedSectionMessage);
      throw new NotFound();
    }
    const refusal = whyCannotComment(section, new Date());
    if (refusal) throw new RuleViolation(refusal);
    if (districtId && !section.district) throw new NotFound();
    const isCurrent = content.versionId === section.versionId; // of another version, it is refused for that
    if (paragraphId && isCurrent && !(await isParagraphOf(section, paragraphId))) throw new NotFound();
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
  sender: (Sender & { formDraft?: FormDraft }) | null = null,
): Promise<SubmittedComment> {
  if (sender) await enforceSubmissionLimit({ accountId: person.accountId, isNew: needsReceipt(person, slug) }, sender);
  return writeComment(person, slug, { content: input, answers: {} }, sender, async (checked) => {
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

/** What a form held: what every comment has, and the answers of one that starts a thread. */
type Written = { content: ReplyInput; answers: Pick<SubmittedContent, "themes" | "district" | "sector"> };

type CommentSender = { tokens?: SessionTokens; formDraft?: FormDraft } | null;

type FindTarget = (checked: CheckSubject) => Promise<SubmissionTarget>;

async function writeComment(
  person: Person,
  strategyId: string,
  written: Written,
  sender: CommentSender,
  find: FindTarget,
): Promise<SubmittedComment> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await insertComment(person, strategyId, written, sender, find, attempt === 0);
    } catch (error) {
      if (isForeignKeyViolation(error))
        throw new RuleViolation("One of your choices is not on our list. Choose again.");
      if (!isUniqueViolation(error)) throw error;
      // the same form was sent before or at the same time; otherwise all aliases were taken
      const first = await findFirstSubmission(written);
      if (first) return first;
      if (attempt === maxAliasAttempts) throw error;
    }
  }
}

/** What the same form created before; null when it was not sent. @throws FormUsed when it held something else */
async function findFirstSubmission({ content, answers }: Written): Promise<SubmittedComment | null> {
  const first = await getSubmission(content.formId);
  if (first && !isSameSubmission(first.content, { ...content, ...answers })) throw new FormUsed(usedFormMessage);
  return first?.comment ?? null;
}

async function insertComment(
  person: Person,
  strategyId: string,
  written: Written,
  sender: CommentSender,
  find: FindTarget,
  isFirst: boolean,
): Promise<SubmittedComment> {
  const { content } = written;
  const receipt = needsReceipt(person, strategyId) ? receiptForForm(content.formId) : null;
  const participant = await prepareParticipant(person, strategyId, receipt ?? undefined, isFirst);
  const { id: participantId } = participant;
  const commentId = newId();
  const normalisedTextHash = hashNormalisedText(content.text);
  const { checkContext, ...target } = await find({ commentId, participantId, strategyId, normalisedTextHash });
  if (content.versionId !== target.versionId) {
    const earlier = await findFirstSubmission(written);
    if (earlier) return earlier;
    throw new Conflict(changedSectionMessage);
  }
  const sanctions = participant.isNew ? [] : await listSanctions(participantId);
  const refusal = whyCannotWrite(sanctions, new Date());
  if (refusal) throw new RuleViolation(refusal);
  const requiresPreModeration = target.mode === "before" || isPreModerated(sanctions, new Date());
  const kind = requiresPreModeration ? "pre_moderation" : "check";
  const newCase = { kind, strategyId, commentId, revision: 1, text: content.text, normalisedTextHash } as const;
  const caseRow = buildCase(newCase, checkContext);
  const sessionTokens = receipt === null ? null : (sender?.tokens ?? null);
  const formDraft = sender?.formDraft;
  const draft = {
    owner: formDraft?.owner ?? draftOwnerIndex(person, strategyId),
    place: formDraft && parseDraftPlace(formDraft.place) ? formDraft.place : target.draft,
  };
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
          await acceptSubmittedComment(tx, commentId, content.text);
          return rows;
        })),
  );
  notifyQueueSoon(caseRow.areaId);
  const state = isHeld ? "held" : "ready";
  return {
    ...{ commentId, strategyId, participantId, receipt, alias, state },
    hasStartedSession: sessionTokens !== null,
    isAtRisk: isAtRisk(caseRow.hits),
  };
}
