import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import { type PendingDecision, undoWindow } from "./use-pending-decisions";

type Props = { waiting: PendingDecision[]; problems: string[]; undo: () => void };

/** The last decision that can be undone, and decisions that failed. */
export function PendingDecisions({ waiting, problems, undo }: Props) {
  const last = waiting.at(-1);
  return (
    <>
      <div role="status" className="sticky top-16 z-10">
        {last && (
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-md border-2 border-edge bg-card p-3">
            <p>
              Not sent yet: “{actionText[last.action].button}”, {last.alias}. We will send it in {undoWindow / 1000}{" "}
              seconds, or when you leave this page.
              {waiting.length > 1 && ` ${waiting.length} can be undone.`}
            </p>
            <form action={undo}>
              <Button kind="secondary">Undo</Button>
            </form>
          </div>
        )}
      </div>
      <div role="alert">
        {problems.length > 0 && (
          <Callout tone="bad" title="Not saved">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Callout>
        )}
      </div>
    </>
  );
}
