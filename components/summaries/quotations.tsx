import { CommentQuote } from "@/components/summaries/comment-quote";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/dates";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** Further themes are on the pages by subject and in the JSON. */
const maxThemes = 8;

/** Quotations by theme, each an exact part of a comment, with a minority view where there is one. */
export function Quotations({ scope, quotations }: Pick<Summary, "scope" | "quotations">) {
  const themes = (quotations?.themes.filter((theme) => theme.quotations.length > 0) ?? []).slice(0, maxThemes);
  if (!quotations || themes.length === 0)
    return <p className="measure">There are too few comments on any theme to quote.</p>;
  return (
    <>
      <p className="measure">
        Chosen by a rule on {formatDay(new Date(quotations.day))}, not by a person: typical comments on each theme that
        do not repeat one another, one from each opinion group, and a minority view.
      </p>
      <div className="quotes">
        {themes.map(({ id, name, quotations: items }) => (
          <section key={id} aria-labelledby={`words-${id}`}>
            <h3 id={`words-${id}`} className="mt-8 mb-1 text-xl print:mt-3">
              <a className="link" href={figurePath(scope, { theme: id })}>
                {name}
              </a>
            </h3>
            {items.map(({ citation, text, minority, group }) => (
              <CommentQuote key={citation.id} citation={citation} quotation={text}>
                {minority ? <Tag>A minority view</Tag> : group ? `Group ${group} agrees` : undefined}
              </CommentQuote>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
