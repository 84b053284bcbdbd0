import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { CitedComment } from "@/lib/summaries/cited-comment.rules";
import { excerpt } from "@/lib/summaries/display.rules";

const maxLength = 240;

/** A comment, or a quotation from it, with its author's alias and a link to the comment in its thread. */
export function CommentQuote({
  citation,
  quotation,
  children,
}: {
  citation: CitedComment;
  quotation?: string;
  children?: ReactNode;
}) {
  const text = quotation ?? excerpt(citation.text, maxLength);
  return (
    <blockquote className="my-4 border-line border-l-4 pl-4">
      <p className="measure whitespace-pre-wrap break-words" dir="auto">
        “{text}”
      </p>
      <p className="mt-1 text-muted text-sm">
        <TextLink className="print:min-h-0" href={paths.comment(citation.strategyId, citation.threadId, citation.id)}>
          {citation.alias}, week of {formatDay(new Date(citation.week))}
        </TextLink>
        {children && <> · {children}</>}
      </p>
    </blockquote>
  );
}
