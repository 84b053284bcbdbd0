import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import type { ModerationAction } from "@/prisma/generated/enums";

type Decision = {
  action: ModerationAction;
  decidedBy: string;
  decidedAt: Date;
  /** Its place in the chain of decisions. */
  sequence: number;
  reason: string | null;
  toAuthor: string | null;
  note: string | null;
};

/** Earlier decisions on a comment, newest first, for reps. */
export function DecisionHistory({ decisions }: { decisions: Decision[] }) {
  return decisions.map(({ action, decidedBy, decidedAt, reason, toAuthor, note, sequence }) => (
    <Callout key={sequence} tone={action === "publish" ? "good" : "info"} title={actionText[action].done}>
      <p>
        Decided by {decidedBy} on {formatDay(decidedAt)}.
        {reason && ` Reason: ${findReason(reason, null)?.title ?? reason}.`}
      </p>
      {toAuthor && <p className="whitespace-pre-wrap">Message to the author: {toAuthor}</p>}
      {note && <p className="whitespace-pre-wrap">Note for reps: {note}</p>}
    </Callout>
  ));
}
