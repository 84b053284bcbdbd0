import { Callout } from "@/components/ui/callout";
import { countOf, formatDay } from "@/lib/dates";
import { flagWords } from "@/lib/moderation/reports/report.rules";

type Props = { flags: { reason: string; words: string | null }[]; heldUntil: Date | null; isHeld: boolean };

/** Why people say that a comment should not be here, for the rep who decides; never who they are. */
export function Reports({ flags, heldUntil, isHeld }: Props) {
  if (flags.length === 0) return null;
  return (
    <Callout tone="warning" title={`Reported by ${countOf(flags.length, "person", "people")}`}>
      {isHeld && heldUntil && (
        <p>Nobody can read the comment until you decide. If nobody does, it is back on {formatDay(heldUntil)}.</p>
      )}
      <ul className="list-disc pl-6">
        {flags.map(({ reason, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand still: a page is drawn once
          <li key={at}>
            {flagWords(reason)}
            {words && <span className="block whitespace-pre-wrap break-words">“{words}”</span>}
          </li>
        ))}
      </ul>
      <p>All of them are told what you decide, and never more than that.</p>
    </Callout>
  );
}
