import { CommentQuote } from "@/components/summaries/comment-quote";
import { countLabel } from "@/lib/numbers";
import type { LepSummary } from "@/lib/summaries/summary.rules";

/** Texts that many people sent, grouped so that each is read once. Every sender counts everywhere else. */
export function Campaigns({ campaigns }: { campaigns: LepSummary["campaigns"] }) {
  const items = campaigns?.campaigns ?? [];
  if (items.length === 0) return <p className="measure">No three people sent the same text.</p>;
  return (
    <>
      <p className="measure">
        These texts were sent by many. We group them, so that you read each once; every person who sent one counts as
        one person everywhere on this page.
      </p>
      {items.map(({ citation, identical, personalised }) => (
        <CommentQuote key={citation.id} citation={citation}>
          {countLabel(identical, "identical", "identical")}, {countLabel(personalised, "personalised", "personalised")}
        </CommentQuote>
      ))}
    </>
  );
}
