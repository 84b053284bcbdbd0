import { deedDone } from "@/components/moderation/action-labels";
import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import type { Deed } from "@/prisma/generated/enums";

type Decision = {
  deed: Deed;
  by: string;
  at: Date;
  reason: string | null;
  toAuthor: string | null;
  note: string | null;
};

/** What was decided on a comment before, the newest first. For reps. */
export function Record({ decisions }: { decisions: Decision[] }) {
  return decisions.map(({ deed, by, at, reason, toAuthor, note }) => (
    <Callout key={at.toISOString()} tone={deed === "publish" ? "good" : "info"} title={deedDone[deed]}>
      <p>
        Decided by {by} on {formatDay(at)}.{reason && ` Reason: ${findReason(reason, null)?.title ?? reason}.`}
      </p>
      {toAuthor && <p className="whitespace-pre-wrap">To the author: {toAuthor}</p>}
      {note && <p className="whitespace-pre-wrap">A note for reps: {note}</p>}
    </Callout>
  ));
}
