import type { ComponentProps } from "react";
import { AnswerList, type AnswerListItem } from "@/components/answers/answer-list";
import { AnswerStatus, type AnswerStatusProps } from "@/components/answers/answer-status";
import { UnansweredThemes } from "@/components/answers/unanswered-themes";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

type Props = {
  /** The strategy's slug and area. */
  slug: string;
  areaName: string;
  progress: Omit<AnswerStatusProps, "unanswered"> & { unanswered: ComponentProps<typeof UnansweredThemes>["themes"] };
  /** The newest answers. */
  items: AnswerListItem[];
};

/** The answers to one strategy as a section of a page. */
export function AnswersSection({ slug, areaName, progress, items }: Props) {
  return (
    <section aria-labelledby={`answers-${slug}`} className="mt-10">
      <h2 id={`answers-${slug}`} className="mb-2 text-2xl">
        You said, we did: {areaName}
      </h2>
      <div className="measure">
        <AnswerStatus {...progress} />
      </div>
      <UnansweredThemes slug={slug} themes={progress.unanswered} isLate={progress.state === "over"} level="h3" />
      <AnswerList items={items} level="h3" />
      <p>
        <TextLink href={paths.answers(slug)}>
          See all answers<span className="sr-only"> on {areaName}</span>
        </TextLink>
      </p>
    </section>
  );
}
