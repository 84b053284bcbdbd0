import type { ReactNode } from "react";
import { AnswersFrame, type StrategyAnswersProps } from "@/components/answers/answers-section";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { excerpt } from "@/lib/summaries/display.rules";

/** The most in each column: the page of answers has all. */
const shown = 2;

/** Themes that need an answer beside the newest answers. */
export function AnswerBoard(answers: StrategyAnswersProps) {
  const { slug, progress, items } = answers;
  const waiting = progress.unanswered.toSorted((a, b) => b.comments - a.comments);
  return (
    <AnswersFrame
      {...answers}
      status={progress.state === "complete" && <p>Every theme that people commented on has an answer.</p>}
    >
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-1">
        <Column title={progress.state === "over" ? "Overdue" : "Not answered yet"} count={waiting.length}>
          {waiting.slice(0, shown).map(({ id, name, comments }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-line border-t">
              <TextLink href={paths.commentsOn(slug, id)}>{name}</TextLink>
              <span className="text-muted tabular-nums">{countLabel(comments, "comment")}</span>
            </li>
          ))}
        </Column>
        <Column title="Answered" count={progress.answered}>
          {items.slice(0, shown).map(({ id, source, current }) => (
            <li key={id} className="border-line border-t py-2">
              <span className="font-semibold">{excerpt(source.title, 80)}</span>{" "}
              <Tag>{answerDecisionLabels[current.decision]}</Tag>
            </li>
          ))}
        </Column>
      </div>
    </AnswersFrame>
  );
}

function Column({ title, count, children }: { title: string; count: number; children: ReactNode[] }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold text-xl">
        {title} ({count})
      </h3>
      {children.length === 0 ? <p>None.</p> : <ul>{children}</ul>}
      {count > children.length && children.length > 0 && (
        <p className="text-muted">And {count - children.length} more.</p>
      )}
    </div>
  );
}
