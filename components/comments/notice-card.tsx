import { MarkedSegments } from "@/components/ui/marked-segments";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { cutText, shortenText } from "@/lib/characters";
import { paths } from "@/lib/routes";

type Props = {
  isNew: boolean;
  areaName: string;
  title: string;
  reasonText: string | null;
  message: string | null;
  segments: { text: string; isMarked: boolean }[];
  nextStep: string | null;
  about: {
    id: string;
    strategyId: string;
    threadId: string;
    isPublished: boolean;
    isOwn: boolean;
    text: string;
  } | null;
  answer: { id: string; strategyId: string } | null;
  level: "h2" | "h3";
};

/** The notice of a decision: what was decided, the rule, the rep's message, and what the person can do. */
export function NoticeCard({
  isNew,
  areaName,
  title,
  reasonText,
  message,
  segments,
  nextStep,
  about,
  answer,
  level: Heading,
}: Props) {
  return (
    <article aria-label={title} className="border-line border-t py-5">
      <p className="mb-1 flex flex-wrap items-center gap-x-3 text-muted">
        {areaName}
        {isNew && <Tag tone="info">New</Tag>}
      </p>
      <Heading className="mb-2 text-xl">{title}</Heading>
      {reasonText && <p className="measure">{reasonText}</p>}
      {message && <p className="measure mt-1 whitespace-pre-wrap break-words">The rep’s message: {message}</p>}
      {segments.length > 0 ? (
        <p className="measure mt-2 border-line border-l-4 pl-4 whitespace-pre-wrap break-words" dir="auto">
          <MarkedSegments segments={segments} />
        </p>
      ) : (
        about?.text && (
          <p className="measure mt-2 border-line border-l-4 pl-4 break-words text-muted" dir="auto">
            {shortenText(about.text, 200)}
          </p>
        )
      )}
      {nextStep && <p className="measure mt-2">{nextStep}</p>}
      {answer && (
        <p className="mt-2">
          <TextLink href={paths.publishedAnswer(answer.strategyId, answer.id)}>
            Read the answer<span className="sr-only">: {title}</span>
          </TextLink>
        </p>
      )}
      {about?.isPublished && (
        <TextLink href={paths.comment(about.strategyId, about.threadId, about.id)}>
          View in thread<span className="sr-only">: {cutText(about.text, 60)}</span>
        </TextLink>
      )}
    </article>
  );
}
