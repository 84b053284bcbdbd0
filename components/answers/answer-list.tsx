import { Tag, type TagTone } from "@/components/ui/tag";
import { behindPoint, decisionWords } from "@/lib/answers/answer.rules";
import { countOf, formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { AnswerDecision, PointKind } from "@/prisma/generated/enums";

export type LedgerWords = {
  number: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
  place: { section: number; paragraphId: string; version: number } | null;
  week: string;
};
export type LedgerItem = {
  id: string;
  strategyId: string;
  areaName: string;
  by: string;
  point: { kind: PointKind; id: string; title: string; comments: number };
  now: LedgerWords;
  before: LedgerWords[];
};

const tones: Record<AnswerDecision, TagTone> = {
  accepted: "good",
  partly: "info",
  rejected: "warning",
  already_so: "plain",
};

/** You said, we did: each point beside its answer. */
export function Ledger({ items, level: Heading = "h2" }: { items: LedgerItem[]; level?: "h2" | "h3" }) {
  return items.map(({ id, strategyId, by, point, now, before }) => (
    <article
      key={id}
      id={`answer-${id}`}
      className="border-line border-t py-6 print:grid print:break-inside-avoid print:grid-cols-[1fr_2fr] print:gap-6 print:py-2 lg:grid lg:grid-cols-[1fr_1.5fr] lg:gap-10"
    >
      <div className="mb-4 print:mb-1">
        <p className="text-muted">You said</p>
        <Heading className="mb-1 break-words text-xl">{saidTitle(point)}</Heading>
        <Behind {...point} strategyId={strategyId} />
      </div>
      <div>
        <p className="text-muted">{by} answers</p>
        <Words {...now} strategyId={strategyId} />
        {before.length > 0 && (
          <details className="mt-3">
            <summary className="link flex min-h-11 cursor-pointer items-center">
              {countOf(before.length, "earlier answer")}
            </summary>
            {before.map((words) => (
              <div key={words.number} className="mt-3 border-line border-l-4 pl-4">
                <Words {...words} strategyId={strategyId} />
              </div>
            ))}
          </details>
        )}
      </div>
    </article>
  ));
}

const saidTitle = ({ kind, title }: LedgerItem["point"]) => (kind === "thread" ? `“${title}”` : title);

/** The way to the comments behind a point. */
function Behind({ kind, id, comments, title, strategyId }: LedgerItem["point"] & { strategyId: string }) {
  const href = behindPoint(kind, strategyId, id);
  return (
    <a className="link inline-flex min-h-11 items-center" href={href}>
      {comments === 0 ? "Read what was said" : `Read ${countOf(comments, "comment")}`}
      <span className="sr-only">: {title}</span>
    </a>
  );
}

function Words({ decision, why, changed, place, week, strategyId }: LedgerWords & { strategyId: string }) {
  return (
    <>
      <p className="mb-2">
        <Tag tone={tones[decision]}>{decisionWords[decision]}</Tag>
      </p>
      <p className="measure whitespace-pre-wrap break-words">{why}</p>
      {changed && (
        <p className="measure mt-3 whitespace-pre-wrap break-words">
          <span className="font-semibold">What changed: </span>
          {changed}
        </p>
      )}
      {place && (
        <p>
          <a
            className="link inline-flex min-h-11 items-center"
            href={`${paths.section(strategyId, place.section)}#paragraph-${place.paragraphId}`}
          >
            Read it in part {place.section} of the strategy (version {place.version})
          </a>
        </p>
      )}
      <p className="mt-2 text-muted text-sm">Week of {formatDay(new Date(week))}</p>
    </>
  );
}
