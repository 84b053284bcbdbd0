import { Callout } from "@/components/ui/callout";
import { MarkedSegments } from "@/components/ui/marked-segments";
import { describeHits, runChecks } from "@/lib/moderation/checks/check.rules";
import { actionButton } from "@/lib/moderation/decisions/action-text.rules";
import type { PracticeCase } from "@/lib/moderation/decisions/practice.rules";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { splitAtSpans } from "@/lib/text-spans";

/** A made-up comment with what the checks find in it, as in the queue. */
export function PracticeText({ text }: { text: string }) {
  const hits = runChecks({ text, publishedCount: 1, sentInLastHour: 1, duplicateCount: 0 });
  const segments = splitAtSpans(
    text,
    hits.map(({ start, end }): [number, number] => [start, end]),
  );
  return (
    <>
      <p className="measure border-line border-l-4 pl-4 text-xl">
        <MarkedSegments segments={segments} />
      </p>
      {hits.length > 0 && <p className="mt-2 text-muted">The checks found: {describeHits(hits).join("; ")}</p>}
    </>
  );
}

/** The decision that the rules lead to, and why. */
export function PracticeAnswer({ action, alsoFine = [], reason, phrases = [], why }: PracticeCase) {
  return (
    <Callout tone="good" title={actionButton(action, true)}>
      {reason && action !== "publish" && <p>Reason: {reasons[reason].title}</p>}
      {phrases.length > 0 && action !== "reject" && (
        <p>
          {action === "redact" ? "Mask" : "Ask them to change"}: “{phrases.join("”, “")}”
        </p>
      )}
      <p>{why}</p>
      {alsoFine.length > 0 && (
        <p>Also fair: {alsoFine.map((choice) => actionButton(choice, true).toLowerCase()).join(", ")}.</p>
      )}
    </Callout>
  );
}
