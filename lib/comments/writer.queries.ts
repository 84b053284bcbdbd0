import { draftOwnerIndex } from "@/lib/comments/drafts/draft.queries";
import type { Writer } from "@/lib/comments/submission.rules";
import { db } from "@/lib/database/client";
import { findExistingParticipant } from "@/lib/people/participant.queries";
import { isSignedIn, needsReceipt, type Person } from "@/lib/people/person.policy";
import { seal, unseal } from "@/lib/security/encryption";

/** The draft from which a form went on, to be deleted when the form is sent, also by somebody who is signed out by then. */
export type FormDraft = { owner: Uint8Array<ArrayBuffer>; place: string };

/** As whom a person writes in a strategy. */
export async function getWriter(person: Person, strategyId: string): Promise<Writer> {
  const token = writerToken(person, strategyId);
  if (needsReceipt(person, strategyId))
    return { kind: isSignedIn(person) ? "other-receipt" : "visitor", alias: null, token };
  const participant = await findExistingParticipant(db(), person, strategyId);
  return { kind: participant ? "known" : "account", alias: participant?.alias ?? null, token };
}

/** A sealed name of the person in this strategy, which shows nobody who they are. */
function writerToken(person: Person, strategyId: string): string {
  const owner = draftOwnerIndex(person, strategyId);
  return owner ? Buffer.from(seal("writer", Buffer.from(owner).toString("base64url"))).toString("base64url") : "";
}

/** Whether a form was shown to this person. A form that does not say to whom, from before an update, passes. */
export function isSameWriter(token: unknown, person: Person, strategyId: string): boolean {
  if (token === undefined) return true;
  const [before, now] = [readWriterToken(token), draftOwnerIndex(person, strategyId)];
  return before === null || now === null ? before === now : Buffer.from(before).equals(Buffer.from(now));
}

/** The key of the drafts of the person to whom a form was shown; null when it was nobody, or the token is not ours. */
function readWriterToken(token: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof token !== "string" || token === "") return null;
  try {
    return Uint8Array.from(Buffer.from(unseal("writer", Buffer.from(token, "base64url")), "base64url"));
  } catch {
    return null; // made up, or sealed with a key that is gone
  }
}

/** The draft that a form names in its fields; undefined when it names none. */
export function formDraftOf(fields: { draftOwner?: unknown; draftPlace?: unknown }): FormDraft | undefined {
  const owner = readWriterToken(fields.draftOwner);
  return owner && typeof fields.draftPlace === "string" ? { owner, place: fields.draftPlace } : undefined;
}
