import { CommentQuote } from "@/components/summaries/comment-quote";
import { FigureLink } from "@/components/summaries/figure-link";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** Texts that many people sent, grouped so that each is read once. Every sender counts everywhere else. */
export function Campaigns({ scope, campaigns }: Pick<Summary, "scope" | "campaigns">) {
  const items = campaigns?.campaigns ?? [];
  if (items.length === 0) return <p className="measure">No text was sent by 3 or more people.</p>;
  return (
    <>
      <p className="measure">
        Many people sent these texts. We group them so you only read each once. Everyone who sent one still counts as
        one person on this page.
      </p>
      {items.map(({ citation, identical, personalised }) => (
        <CommentQuote key={citation.id} citation={citation}>
          <FigureLink
            href={figurePath(scope, { campaign: citation.id, texts: "identical" })}
            count={identical}
            one="person sent this text"
            many="people sent this text"
          />
          ,{" "}
          <FigureLink
            href={figurePath(scope, { campaign: citation.id, texts: "personalised" })}
            count={personalised}
            one="person changed it"
            many="people changed it"
          />
        </CommentQuote>
      ))}
    </>
  );
}
