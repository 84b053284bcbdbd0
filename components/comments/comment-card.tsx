import type { ReactNode } from "react";
import { MarkedSegments } from "@/components/ui/marked-segments";
import { Tag } from "@/components/ui/tag";
import { stanceLabels } from "@/lib/comments/comment.rules";
import { formatDay } from "@/lib/dates";
import type { Segment } from "@/lib/text-spans";

export type CommentCardProps = {
  id: string;
  alias: string;
  state: "published" | "held" | "removed" | "withdrawn";
  text: string;
  isRedacted: boolean;
  stance: "for" | "neutral" | "against" | null;
  week: string;
  themes: { id: string; name: string }[];
  lep: string | null;
  source: "participant" | "meeting_record" | "import";
  isRecordedLate?: boolean;
  /** Shown instead of the text: parts of it, with the words that were searched for marked. */
  excerpt?: Segment[];
  children?: ReactNode;
};

const sourceLabels = {
  participant: null,
  meeting_record: "Recorded at a meeting or from paper",
  import: "Imported from another site",
};
const hiddenMessages = {
  held: "Somebody reported this comment as illegal. It is hidden until a rep has checked it.",
  removed: "A rep removed this comment. See the rules for why.",
  withdrawn: "The person who wrote this withdrew it.",
};

/** A comment as everybody sees it, or its tombstone. */
export function CommentCard(comment: CommentCardProps) {
  const { id, alias, state, text, stance, week, themes, lep, excerpt, children } = comment;
  const late = comment.isRecordedLate && "Written before the strategy closed, recorded afterwards";
  const details = [sourceLabels[comment.source], late, lep, `Week of ${formatDay(new Date(week))}`].filter(Boolean);
  return (
    <article id={`comment-${id}`} aria-label={`Comment by ${alias}`} className="border-line border-t py-5">
      <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{alias}</span>
        {stance && <Tag>{stanceLabels[stance]}</Tag>}
        {comment.isRedacted && <Tag>Some text masked by a rep</Tag>}
      </p>
      {state === "published" ? (
        <p className="measure whitespace-pre-wrap break-words" dir="auto">
          {excerpt ? <MarkedSegments segments={excerpt} /> : text}
        </p>
      ) : (
        <p className="text-muted italic">{hiddenMessages[state]}</p>
      )}
      <p className="mt-2 text-muted text-sm">
        {details.join(" · ")}
        {themes.length > 0 && <> · About: {themes.map(({ name }) => name).join("; ")}</>}
      </p>
      {children}
    </article>
  );
}
