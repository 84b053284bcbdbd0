import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db, type Tx } from "@/lib/database/client";
import {
  canSeeOriginals,
  canShow,
  type OpeningFacts,
  whyNotAnswer,
  whyNotAsk,
} from "@/lib/moderation/originals/access-request.policy";
import { isUnderWay, type OpeningState, stateOf } from "@/lib/moderation/originals/access-request.rules";
import { labelsOf } from "@/lib/moderation/queue/case.queries";
import type { Person } from "@/lib/people/person.policy";

const openingColumns = {
  id: true,
  askedById: true,
  askedUnion: true,
  why: true,
  askedAt: true,
  answeredById: true,
  answeredAt: true,
  isAgreed: true,
  shownAt: true,
} as const;

type Opening = { askedById: string; askedUnion: string | null } & Parameters<typeof stateOf>[0];

/** What the policy looks at of an opening. */
export const openingFacts = (opening: Opening, now: Date): OpeningFacts => ({
  askedById: opening.askedById,
  askedUnion: opening.askedUnion,
  state: stateOf(opening, now),
});

/** An original as deeds need it. @param ownIds the participants that the person is */
export async function findOriginal(id: string, ownIds: readonly string[], tx: Tx = db()) {
  const found = await tx.sealedOriginal.findUnique({
    where: { id },
    select: {
      areaId: true,
      revision: true,
      sealedKey: true,
      sealedText: true,
      sealedAt: true,
      comment: {
        select: {
          id: true,
          participantId: true,
          participant: { select: { alias: true, strategy: { select: { areaName: true } } } },
          revisions: { select: { number: true, text: true } },
        },
      },
      openings: { select: openingColumns, orderBy: { askedAt: "desc" } },
    },
  });
  if (!found) return null;
  const { areaId, comment, sealedKey } = found;
  const facts = { areaId, isOwn: ownIds.includes(comment.participantId), isErased: sealedKey === null };
  return { ...found, facts };
}

export type OpeningView = {
  id: string;
  state: OpeningState;
  askedBy: string;
  askedAt: Date;
  why: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  shownAt: Date | null;
  canShow: boolean;
  whyNotAnswer: string | null;
};

export type OriginalView = {
  id: string;
  alias: string;
  areaName: string;
  /** As readers see it, with its words masked. */
  text: string;
  sealedAt: Date;
  isErased: boolean;
  whyNotAsk: string | null;
  canAsk: boolean;
  openings: OpeningView[];
};

/** A sealed original from outside, and who has asked to see it. Null when it is not theirs to know of. */
export async function getOriginal(person: Person, id: string, now = new Date()): Promise<OriginalView | null> {
  const found = await findOriginal(id, await ownParticipantIds(person));
  if (!found || !canSeeOriginals(person, found.facts.areaId)) return null;
  const { comment, facts, openings, revision, sealedAt } = found;
  const labels = await labelsOf(openings.flatMap(({ askedById, answeredById }) => [askedById, answeredById]));
  const views = openings.map((opening): OpeningView => {
    const { id: openingId, askedAt, why, answeredAt, answeredById, shownAt, askedById } = opening;
    const known = openingFacts(opening, now);
    return {
      id: openingId,
      state: known.state,
      askedBy: labels.get(askedById) ?? "A rep",
      askedAt,
      why,
      answeredBy: answeredById && (labels.get(answeredById) ?? "A second person"),
      answeredAt,
      shownAt,
      canShow: canShow(person, known) && !facts.isErased,
      whyNotAnswer: whyNotAnswer(person, facts, known),
    };
  });
  const refusal = whyNotAsk(person, facts);
  return {
    id,
    alias: comment.participant.alias,
    areaName: comment.participant.strategy.areaName,
    text: comment.revisions.find(({ number }) => number === revision)?.text ?? "",
    sealedAt,
    isErased: facts.isErased,
    whyNotAsk: refusal,
    canAsk: refusal === null && !views.some(({ state }) => isUnderWay(state)),
    openings: views,
  };
}
