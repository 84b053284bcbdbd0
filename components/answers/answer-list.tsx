import { SourceLink } from "@/components/answers/source-links";
import { Tag, type TagTone } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { AnswerDecision, AnswerSourceKind } from "@/prisma/generated/enums";

export type AnswerListRevision = {
  number: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
  paragraph: { section: number; paragraphId: string; version: number } | null;
  week: string;
};
export type AnswerListItem = {
  id: string;
  strategyId: string;
  areaName: string;
  by: string;
  source: { kind: AnswerSourceKind; id: string; title: string; comments: number };
  current: AnswerListRevision;
  earlier: AnswerListRevision[];
};

const tones: Record<AnswerDecision, TagTone> = {
  accepted: "good",
  partly_accepted: "info",
  rejected: "warning",
  already_included: "plain",
};

/** "You said, we did": each source beside its answer. */
export function AnswerList({ items, level: Heading = "h2" }: { items: AnswerListItem[]; level?: "h2" | "h3" }) {
  return items.map(({ id, strategyId, by, source, current, earlier }) => (
    <article
      key={id}
      id={`answer-${id}`}
      className="border-line border-t py-6 print:grid print:break-inside-avoid print:grid-cols-[1fr_2fr] print:gap-6 print:py-2 lg:grid lg:grid-cols-[1fr_1.5fr] lg:gap-10"
    >
      <div className="mb-4 print:mb-1">
        <p className="text-muted">You said</p>
        <Heading className="mb-1 break-words text-xl">{sourceTitle(source)}</Heading>
        <SourceLink {...source} strategyId={strategyId} />
      </div>
      <div>
        <p className="text-muted">{by} answers</p>
        <AnswerText {...current} strategyId={strategyId} />
        {earlier.length > 0 && (
          <details className="mt-3">
            <summary className="link flex min-h-11 cursor-pointer items-center">
              {countLabel(earlier.length, "earlier answer")}
            </summary>
            {earlier.map((revision) => (
              <div key={revision.number} className="mt-3 border-line border-l-4 pl-4">
                <AnswerText {...revision} strategyId={strategyId} />
              </div>
            ))}
          </details>
        )}
      </div>
    </article>
  ));
}

const sourceTitle = ({ kind, title }: AnswerListItem["source"]) => (kind === "thread" ? `“${title}”` : title);

function AnswerText({
  decision,
  why,
  changed,
  paragraph,
  week,
  strategyId,
}: AnswerListRevision & { strategyId: string }) {
  return (
    <>
      <p className="mb-2">
        <Tag tone={tones[decision]}>{answerDecisionLabels[decision]}</Tag>
      </p>
      <p className="measure whitespace-pre-wrap break-words">{why}</p>
      {changed && (
        <p className="measure mt-3 whitespace-pre-wrap break-words">
          <span className="font-semibold">What changed: </span>
          {changed}
        </p>
      )}
      {paragraph && (
        <p>
          <TextLink href={`${paths.section(strategyId, paragraph.section)}#paragraph-${paragraph.paragraphId}`}>
            Read it in section {paragraph.section} of the strategy (version {paragraph.version})
          </TextLink>
        </p>
      )}
      <p className="mt-2 text-muted text-sm">Week of {formatDay(new Date(week))}</p>
    </>
  );
}
