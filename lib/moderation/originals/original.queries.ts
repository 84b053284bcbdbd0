import { db, type Tx } from "@/lib/database/client";
import {
  type AccessRequestFacts,
  canSeeOriginals,
  canViewOriginal,
  whyCannotDecideRequest,
  whyCannotRequestAccess,
} from "@/lib/moderation/originals/access-request.policy";
import {
  type AccessRequestState,
  accessRequestState,
  isRequestOpen,
} from "@/lib/moderation/originals/access-request.rules";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

const requestColumns = {
  id: true,
  requestedById: true,
  requesterUnionId: true,
  reason: true,
  requestedAt: true,
  decidedById: true,
  decidedAt: true,
  isApproved: true,
  viewedAt: true,
} as const;

type AccessRequestRow = { requestedById: string; requesterUnionId: string | null } & Parameters<
  typeof accessRequestState
>[0];

/** The facts of a request for the policy. */
export const accessRequestFacts = (request: AccessRequestRow, now: Date): AccessRequestFacts => ({
  requestedById: request.requestedById,
  requesterUnionId: request.requesterUnionId,
  state: accessRequestState(request, now),
});

/** An original with its requests and the facts for the policy. @param ownIds the ids of the person's participants */
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
      accessRequests: { select: requestColumns, orderBy: { requestedAt: "desc" } },
    },
  });
  if (!found) return null;
  const { areaId, comment, sealedKey } = found;
  const facts = { areaId, isOwn: ownIds.includes(comment.participantId), isErased: sealedKey === null };
  return { ...found, facts };
}

export type AccessRequestView = {
  id: string;
  state: AccessRequestState;
  requestedBy: string;
  requestedAt: Date;
  reason: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  viewedAt: Date | null;
  canView: boolean;
  whyCannotDecide: string | null;
};

export type OriginalView = {
  id: string;
  alias: string;
  areaName: string;
  /** The masked text, as readers see it. */
  text: string;
  sealedAt: Date;
  isErased: boolean;
  whyCannotRequest: string | null;
  canRequest: boolean;
  requests: AccessRequestView[];
};

/** A sealed original, without its text, and its requests; null when there is none that this person may see. */
export async function getOriginal(person: Person, id: string, now = new Date()): Promise<OriginalView | null> {
  const found = await findOriginal(id, await listOwnParticipantIds(person));
  if (!found || !canSeeOriginals(person, found.facts.areaId)) return null;
  const { comment, facts, accessRequests: requests, revision, sealedAt } = found;
  const labels = await getAccountLabels(
    requests.flatMap(({ requestedById, decidedById }) => [requestedById, decidedById]),
  );
  const views = requests.map((request): AccessRequestView => {
    const { id: requestId, requestedAt, reason, decidedAt, decidedById, viewedAt, requestedById } = request;
    const requestFacts = accessRequestFacts(request, now);
    return {
      id: requestId,
      state: requestFacts.state,
      requestedBy: labels.get(requestedById) ?? "A rep",
      requestedAt,
      reason,
      decidedBy: decidedById && (labels.get(decidedById) ?? "A second person"),
      decidedAt,
      viewedAt,
      canView: canViewOriginal(person, requestFacts) && !facts.isErased,
      whyCannotDecide: whyCannotDecideRequest(person, facts, requestFacts),
    };
  });
  const refusal = whyCannotRequestAccess(person, facts);
  return {
    id,
    alias: comment.participant.alias,
    areaName: comment.participant.strategy.areaName,
    text: comment.revisions.find(({ number }) => number === revision)?.text ?? "",
    sealedAt,
    isErased: facts.isErased,
    whyCannotRequest: refusal,
    canRequest: refusal === null && !views.some(({ state }) => isRequestOpen(state)),
    requests: views,
  };
}
