import type { AccessRequestState } from "@/lib/moderation/originals/access-request.rules";
import { isAdmin, isRepFor, type Person, representedUnionIds } from "@/lib/people/person.policy";

/** `isOwn`: the person wrote the comment. */
export type OriginalFacts = { areaId: string; isOwn: boolean; isErased: boolean };
/** Who requested access, and the state of the request. */
export type AccessRequestFacts = { requestedById: string; requesterUnionId: string | null; state: AccessRequestState };

/** Whether a person may see that there is an original. */
export const canSeeOriginals = (person: Person, areaId: string) => isRepFor(person, areaId) || isAdmin(person);

/** Why a person may not request access; null when they may. */
export function whyCannotRequestAccess(person: Person, { areaId, isOwn, isErased }: OriginalFacts): string | null {
  if (!isRepFor(person, areaId)) return "Only a rep of the area can ask.";
  if (isErased)
    return "Nobody can unlock this any more. The key has been deleted because the author erased it or a year has passed.";
  if (isOwn) return "You wrote it.";
  return null;
}

/** Why a person may not decide a request; null when they may, as a rep of another union or an admin. */
export function whyCannotDecideRequest(
  person: Person,
  original: OriginalFacts,
  request: AccessRequestFacts,
): string | null {
  if (request.state !== "pending") return "It has already been answered.";
  if (!canSeeOriginals(person, original.areaId)) return "Only a rep of the area or an admin can answer.";
  if (request.requestedById === person.accountId) return "You asked, so another person must answer.";
  if (original.isOwn) return "You wrote it, so another person must answer.";
  if (original.isErased)
    return "Nobody can unlock this any more. The key has been deleted because the author erased it or a year has passed.";
  if (isAdmin(person)) return null;
  const unions = representedUnionIds(person, original.areaId);
  const isOfAnotherUnion = unions.some((unionId) => unionId !== request.requesterUnionId);
  return isOfAnotherUnion
    ? null
    : "You are in the same union as the person who asked, so a rep of another union must answer.";
}

/** Whether the original can be shown: to the requester, while the approval lasts. */
export const canViewOriginal = (person: Person, request: AccessRequestFacts) =>
  request.requestedById === person.accountId && (request.state === "approved" || request.state === "viewed");
