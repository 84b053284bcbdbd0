import { Callout } from "@/components/ui/callout";
import { weeksToAnswer } from "@/lib/answers/answer.rules";
import { countOf, formatDay } from "@/lib/dates";

export type AnswersClockProps = {
  state: "open" | "running" | "over" | "complete";
  dueAt: Date | null;
  weeks: number;
  answered: number;
  unanswered: { name: string }[];
};

/** Where the answers stand: how many there are, what waits, and how long there is. */
export function AnswersClock({ state, dueAt, weeks, answered, unanswered }: AnswersClockProps) {
  const due = dueAt && formatDay(dueAt);
  const so = `${countOf(answered, "answer")} so far. ${
    unanswered.length === 1
      ? "1 theme with comments has no answer yet."
      : `${unanswered.length || "No"} themes with comments have no answer yet.`
  }`;
  if (state === "complete") {
    return (
      <Callout tone="good" title="Answered">
        <p>Every theme that people wrote about has an answer. {countOf(answered, "answer")} in all.</p>
      </Callout>
    );
  }
  if (state === "over") {
    const isLate = unanswered.length > 0;
    return (
      <Callout tone={isLate ? "bad" : "info"} title={isLate ? `Answers are overdue since ${due}` : undefined}>
        <p>
          {so}
          {isLate && ` They were due ${countOf(weeks, "week")} ago, ${weeksToAnswer} weeks after the strategy closed.`}
        </p>
      </Callout>
    );
  }
  if (state === "running") {
    return (
      <Callout title={`Answers are due by ${due}`}>
        <p>
          {so} There {weeks === 1 ? "is" : "are"} {countOf(weeks, "week")} left.
        </p>
      </Callout>
    );
  }
  return (
    <Callout title={due ? `Answers are due by ${due}` : `Answers are due ${weeksToAnswer} weeks after it closes`}>
      <p>
        {so} People can still comment. Those who lead the strategy can answer now, and have {weeksToAnswer} weeks after
        it closes.
      </p>
    </Callout>
  );
}
