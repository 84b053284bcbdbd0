import type { ComponentProps, ReactNode } from "react";
import { AnswerList, type AnswerListItem } from "@/components/answers/answer-list";
import { AnswerStatus, type AnswerStatusProps } from "@/components/answers/answer-status";
import { UnansweredThemes } from "@/components/answers/unanswered-themes";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

export type StrategyAnswersProps = {
  /** The strategy's slug and area. */
  slug: string;
  areaName: string;
  progress: Omit<AnswerStatusProps, "unanswered"> & { unanswered: ComponentProps<typeof UnansweredThemes>["themes"] };
  /** The newest answers. */
  items: AnswerListItem[];
};

/** The answers to one strategy as a section of a page. */
export function AnswersSection(answers: StrategyAnswersProps) {
  const { slug, progress, items } = answers;
  return (
    <AnswersFrame {...answers} status={<AnswerStatus {...progress} />}>
      <UnansweredThemes slug={slug} themes={progress.unanswered} isLate={progress.state === "over"} level="h3" />
      <AnswerList items={items} level="h3" />
    </AnswersFrame>
  );
}

type FrameProps = Pick<StrategyAnswersProps, "slug" | "areaName"> & { status: ReactNode; children: ReactNode };

/** The heading, the state of the answers and the way to all of them, round what is shown of them. */
export function AnswersFrame({ slug, areaName, status, children }: FrameProps) {
  return (
    <section aria-labelledby={`answers-${slug}`} className="mt-8">
      <h2 id={`answers-${slug}`} className="mb-2 text-2xl">
        You said, we did: {areaName}
      </h2>
      <div className="measure">{status}</div>
      {children}
      <p>
        <TextLink href={paths.answers(slug)}>
          See all answers<span className="sr-only"> on {areaName}</span>
        </TextLink>
      </p>
    </section>
  );
}
