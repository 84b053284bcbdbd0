import type { Tx } from "@/lib/database/client";
import type { ModerationMode, Role } from "@/prisma/generated/enums";

/** The kind and the id of the row that was changed. */
type Row<Kind extends string> = `${Kind}:${string}`;

type EventOf<Action extends string, Subject extends string, Details = undefined> = {
  action: Action;
  /** Null for a job, for the operator, and where the account would reveal what a participant did. */
  accountId: string | null;
  subject: Subject;
} & (Details extends undefined ? { details?: undefined } : { details: Details });

/** Every audit event, with the type of its details: ids, numbers and codes, never personal text. */
export type AuditEvent =
  | EventOf<"answers.close", Row<"strategy">>
  | EventOf<"areas.addBody", Row<"body">>
  | EventOf<"areas.addBodyKind", Row<"bodykind">>
  | EventOf<"areas.addStrategyKind", Row<"strategykind">>
  | EventOf<"briefings.delete", Row<"briefing">, { body: string }>
  | EventOf<"facts.correct", Row<"fact">>
  | EventOf<"facts.check", Row<"fact">, { decision: "accepted" | "rejected" }>
  | EventOf<"mail.resend", "mail", { mails: number; people: number }>
  | EventOf<"moderation.acknowledge", Row<"sanction">>
  | EventOf<"moderation.hold" | "moderation.expireHold", Row<"comment">>
  | EventOf<"moderation.setCheck", Row<"strategy">, { check: string; isEnabled: number }>
  | EventOf<"moderation.chooseMode", Row<"strategy">, { mode: ModerationMode }>
  | EventOf<"moderation.setSafeguardingContact", Row<"body" | "union">>
  | EventOf<"moderation.setSecondLookShare", Row<"strategy">, { percent: number }>
  | EventOf<"notes.remove" | "tags.remove", Row<"thread">, { body: string }>
  | EventOf<"originals.requestAccess" | "originals.approveAccess", Row<"original">>
  | EventOf<"originals.refuseAccess" | "originals.view", Row<"original">>
  | EventOf<"people.addFactor" | "people.removeFactor" | "people.stepUp", Row<"account">, FactorDetails>
  | EventOf<"people.answerComplaint", Row<"complaint">>
  | EventOf<"people.requestFactorReset" | "people.cancelFactorReset", Row<"account">>
  | EventOf<"people.resetFactors", Row<"account">, { requestedBy: string }>
  | EventOf<"people.erase", "person", { comments: number; reactions: number }>
  | EventOf<"people.grantRole", Row<"grant">, GrantDetails>
  | EventOf<"people.endGrant", Row<"grant">>
  | EventOf<"people.endSessions", Row<"account">>
  | EventOf<"people.signIn", Row<"account">>
  | EventOf<"responses.publish", Row<"response">, { number: number }>
  | EventOf<"strategies.create", Row<"strategy">, { kind: string; bodyId: string }>
  | EventOf<"strategies.startDraft" | "strategies.discardDraft" | "strategies.checkDraft", Row<"strategy">>
  | EventOf<"strategies.planOpening", Row<"strategy">, { day: string | null }>
  | EventOf<"strategies.open", Row<"strategy">, { number: number; checkedById: string | null }>
  | EventOf<"strategies.extend", Row<"strategy">, { day: string }>
  | EventOf<"strategies.close" | "strategies.archive", Row<"strategy">>;

type FactorDetails = { kind: "passkey" | "authenticator" | "recovery" };
type GrantDetails = { role: Role; bodyId: string | null; unionId: string | null; to: string; lastDay: string | null };

/** Records, in the caller's transaction, an action that no other row records. */
export async function recordAuditEvent(tx: Tx, event: AuditEvent): Promise<void> {
  await tx.auditEvent.create({ data: { ...event, details: event.details ?? {} } });
}
