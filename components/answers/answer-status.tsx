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
      ? "1 theme still needs an answer."
      : `${unanswered.length || "No"} themes still need an answer.`
  }`;
  if (state === "complete") {
    return (
      <Callout tone="good" title="Answered">
        <p>Every theme people commented on has an answer. {countLabel(answered, "answer")} in total.</p>
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
          {countText} {countLabel(weeks, "week")} left.
        </p>
      </Callout>
    );
  }
  return (
    <Callout title={due ? `Answers are due by ${due}` : `Answers are due ${weeksToAnswer} weeks after it closes`}>
      <p>
        {countText} People can still comment. The lead body can answer now, and has {weeksToAnswer} weeks after it
        closes.
      </p>
    </Callout>
  );
}
