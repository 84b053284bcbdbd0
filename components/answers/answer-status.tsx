import { Callout } from "@/components/ui/callout";
import { weeksToAnswer } from "@/lib/answers/answer.rules";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";

export type AnswerStatusProps = {
  state: "open" | "running" | "over" | "complete";
  dueAt: Date | null;
  weeks: number;
  answered: number;
  unanswered: { name: string }[];
};

/** How many answers there are, how many are missing, and when they are due. */
export function AnswerStatus({ state, dueAt, weeks, answered, unanswered }: AnswerStatusProps) {
  const due = dueAt && formatDay(dueAt);
  const countText = `${countLabel(answered, "answer")} so far. ${
    unanswered.length === 1
      ? "1 theme with comments has no answer yet."
      : `${unanswered.length || "No"} themes with comments have no answer yet.`
  }`;
  if (state === "complete") {
    return (
      <Callout tone="good" title="Answered">
        <p>Every theme that people wrote about has an answer. {countLabel(answered, "answer")} in all.</p>
      </Callout>
    );
  }
  if (state === "over") {
    const isLate = unanswered.length > 0;
    return (
      <Callout tone={isLate ? "bad" : "info"} title={isLate ? `Answers are overdue since ${due}` : undefined}>
        <p>
          {countText}
          {isLate &&
            ` They were due ${countLabel(weeks, "week")} ago, ${weeksToAnswer} weeks after the strategy closed.`}
        </p>
      </Callout>
    );
  }
  if (state === "running") {
    return (
      <Callout title={`Answers are due by ${due}`}>
        <p>
          {countText} There {weeks === 1 ? "is" : "are"} {countLabel(weeks, "week")} left.
        </p>
      </Callout>
    );
  }
  return (
    <Callout title={due ? `Answers are due by ${due}` : `Answers are due ${weeksToAnswer} weeks after it closes`}>
      <p>
        {countText} People can still comment. Those who lead the strategy can answer now, and have {weeksToAnswer} weeks
        after it closes.
      </p>
    </Callout>
  );
}
