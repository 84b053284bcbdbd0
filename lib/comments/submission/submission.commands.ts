import type { Tokens } from "@/lib/auth/session.commands";
import { whyClosed, whyNoReplies } from "@/lib/comments/comment.policy";
import { lepOf, vintageOf } from "@/lib/comments/comment.rules";
import type { CommentInput, ReplyInput } from "@/lib/comments/comment.schema";
import { type CommentPlace, inserted, insertSql } from "@/lib/comments/comment.writes";
import { draftOwner } from "@/lib/comments/drafts/draft.queries";
import { placeText } from "@/lib/comments/drafts/draft.rules";
import { publishAtOnce } from "@/lib/comments/publication.writes";
import {
  findByForm,
  getOpenSectionAround,
  getOpenThread,
  isParagraphOf,
} from "@/lib/comments/submission/submission.queries";
import { guardCounted, type Sender, sendingLimit } from "@/lib/comments/submission/submission-limit.writes";
import { db, isMissingReference, isTaken, runPrepared, transact } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { type Around, type CheckedPlace, findAround } from "@/lib/moderation/checks/check.queries";
import { holdsBack } from "@/lib/moderation/checks/check.rules";
import { caseOf, sameTextOf } from "@/lib/moderation/queue/case.writes";
import { markQueueSoon } from "@/lib/moderation/queue/queue.writes";
import { mustWait, whyNoWords } from "@/lib/moderation/sanctions/sanction.policy";
import { listSanctions } from "@/lib/moderation/sanctions/sanction.queries";
import { aliasTries, proposeParticipant, receiptFor } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { newId, plainHash, sameBytes } from "@/lib/security/encryption";
import type { CommentState, ModerationMode } from "@/prisma/generated/enums";

/** A comment that was taken in. The receipt is there for somebody who came without an account or an earlier receipt. */
export type Sent = {
  commentId: string;
  strategyId: string;
  participantId: string;
  receipt: string | null;
  alias: string;
  /** Where the strategy publishes first, it may be published already. */
  state: CommentState;
  /** Whether the session for which tokens were given has begun. */
  hasBegun: boolean;
};

/**
 * Starts a thread on a section. The comment waits for a rep, or, where the strategy publishes first, for a rep to look
 * afterwards. The same form sent twice writes once, and gives the same receipt again.
 * @param sender whom to hold out when a script is at work, and the tokens of a session that is to begin for somebody
 * new, who comes back by a receipt; null for words that come another way
 * @throws TooMany and NeedsPuzzle (see guardSending), NotFound (no such section), Refused (closed), Conflict (the section has changed since it was read)
 */
export async function startThread(
  person: Person,
  slug: string,
  number: number,
  input: CommentInput,
  sender: (Sender & { tokens: Tokens }) | null = null,
): Promise<Sent> {
  let limit = sender && sendingLimit(person, sender); // counted once, however often another is first
  const { themes, district: districtId, sector: sectorId, paragraph: paragraphId, ...words } = input;
  return write(person, slug, words, sender?.tokens ?? null, async (checked) => {
    const section = await getOpenSectionAround(slug, number, districtId, checked, limit);
    if (sender && limit && section) await guardCounted(person, sender, section.points);
    limit = null;
    if (!section) throw new NotFound();
    const closed = whyClosed(section, new Date());
    if (closed) throw new Refused(closed);
    if (districtId && !section.district) throw new NotFound();
    if (paragraphId && !(await isParagraphOf(section, paragraphId))) throw new NotFound();
    const lepId = lepOf(section.lepIds, section.district?.viaBodies ?? null);
    const vintage = section.district && vintageOf(section.district);
    const draft = placeText({ number, paragraph: paragraphId });
    return { ...section, threadId: null, paragraphId, themes, lepId, districtId, vintage, sectorId, draft };
  });
}

/**
 * Replies in a thread.
 * @throws NotFound (no such thread), Refused (closed, locked, or its comment is gone), Conflict (see startThread)
 */
export async function replyTo(person: Person, slug: string, threadId: string, input: ReplyInput): Promise<Sent> {
  return write(person, slug, input, null, async (checked) => {
    const thread = await getOpenThread(slug, threadId);
    if (!thread) throw new NotFound();
    const refusal = whyClosed(thread, new Date()) ?? whyNoReplies(thread);
    if (refusal) throw new Refused(refusal);
    const none = { paragraphId: null, themes: [], districtId: null, vintage: null, sectorId: null };
    const draft = placeText({ thread: threadId });
    const around = await findAround(db(), checked);
    return { ...thread, ...none, threadId, lepId: lepOf(thread.lepIds, null), draft, around };
  });
}

/** Where words go. */
type Place = CommentPlace & {
  mode: ModerationMode;
  /** Where the draft of it was kept. */
  draft: string;
  around: Around;
};

type Find = (checked: CheckedPlace) => Promise<Place>;

async function write(
  person: Person,
  strategyId: string,
  words: ReplyInput,
  tokens: Tokens | null,
  find: Find,
): Promise<Sent> {
  for (let tries = 0; ; tries++) {
    try {
      return await insert(person, strategyId, words, tokens, find, tries === 0);
    } catch (error) {
      if (isMissingReference(error)) throw new Refused("One of your choices is not on our list. Choose again.");
      if (!isTaken(error)) throw error;
      // the same form came before, or twice at once and the other was first; if not, each alias was taken
      const first = await getSent(words.formId);
      if (first) return first;
      if (tries === aliasTries) throw error;
    }
  }
}

/** What a form wrote, with its receipt; null when it was never sent. */
export async function getSent(formId: string): Promise<Sent | null> {
  const sent = await findByForm(formId);
  if (!sent) return null;
  const { receiptHash, ...rest } = sent;
  // whoever knows the form's number may see its receipt again: only the browser that showed the form does
  const receipt = receiptFor(formId);
  const isItsReceipt = receiptHash !== null && sameBytes(receiptHash, plainHash(receipt));
  return { ...rest, receipt: isItsReceipt ? receipt : null, hasBegun: false };
}

async function insert(
  person: Person,
  strategyId: string,
  words: ReplyInput,
  tokens: Tokens | null,
  find: Find,
  isFirst: boolean,
): Promise<Sent> {
  const receipt = needsReceipt(person, strategyId) ? receiptFor(words.formId) : null;
  const participant = await proposeParticipant(person, strategyId, receipt ?? undefined, isFirst);
  const { id: participantId } = participant;
  const commentId = newId();
  const sameText = sameTextOf(words.text);
  const { around, ...place } = await find({ commentId, participantId, strategyId, sameText });
  if (words.versionId !== place.versionId) {
    const before = await getSent(words.formId);
    if (before) return before;
    throw new Conflict(
      "This section changed while you wrote. Your words are kept below: read the section again, then send.",
    );
  }
  const sanctions = participant.isNew ? [] : await listSanctions(participantId);
  const refusal = whyNoWords(sanctions, new Date());
  if (refusal) throw new Refused(refusal);
  const waits = place.mode === "before" || mustWait(sanctions, new Date());
  const kind = waits ? "pre_moderation" : "check";
  const caseRow = caseOf({ kind, strategyId, commentId, revision: 1, text: words.text, sameText }, around);
  const begun = receipt === null ? null : tokens;
  const draft = { owner: draftOwner(person, strategyId), place: place.draft };
  const { name, sql } = insertSql({ ...place, ...words, commentId, participant, caseRow, draft, tokens: begun });
  const isHeld = waits || holdsBack(caseRow.hits);
  const [{ alias }] = inserted.parse(
    await (isHeld
      ? runPrepared(name, sql)
      : transact(async (tx) => {
          const rows = await tx.$queryRaw(sql);
          await publishAtOnce(tx, commentId, words.text);
          return rows;
        })),
  );
  markQueueSoon(caseRow.areaId);
  const state = isHeld ? "held" : "published";
  return { commentId, strategyId, participantId, receipt, alias, state, hasBegun: begun !== null };
}
