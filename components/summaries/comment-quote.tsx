import type { ReactNode } from "react";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { CitedComment } from "@/lib/summaries/summary.rules";

const maxLength = 240;

/** A comment, or the words quoted from it, with who said it under which alias, and the way to where it was citation. */
export function CommentQuote({
  citation,
  quotation,
  children,
}: {
  citation: CitedComment;
  quotation?: string;
  children?: ReactNode;
}) {
  const text = quotation ?? shorten(citation.text);
  return (
    <blockquote className="my-4 border-line border-l-4 pl-4">
      <p className="measure whitespace-pre-wrap break-words" dir="auto">
        “{text}”
      </p>
      <p className="mt-1 text-muted text-sm">
        <a
          className="link inline-flex min-h-11 items-center print:min-h-0"
          href={`${paths.thread(citation.strategyId, citation.threadId)}#comment-${citation.id}`}
        >
          {citation.alias}, week of {formatDay(new Date(citation.week))}
        </a>
        {children && <> · {children}</>}
      </p>
    </blockquote>
  );
}

/** Whole words, and a mark that there is more: the rest is where the link leads. */
function shorten(text: string): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, text.lastIndexOf(" ", maxLength))} …`;
}
