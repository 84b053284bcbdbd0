import { Spoken } from "@/components/summaries/comment-quote";
import { countOf } from "@/lib/dates";
import type { WholeSummary } from "@/lib/summaries/summary.rules";

/** Texts that many sent: grouped, so that they are read once; not discounted. */
export function Campaigns({ campaigns }: { campaigns: WholeSummary["campaigns"] }) {
  const found = campaigns?.campaigns ?? [];
  if (found.length === 0) return <p className="measure">No three people sent the same text.</p>;
  return (
    <>
      <p className="measure">
        These texts were sent by many. We group them, so that you read each once; every person who sent one counts as
        one person everywhere on this page.
      </p>
      {found.map(({ said, identical, personalised }) => (
        <Spoken key={said.id} said={said}>
          {countOf(identical, "identical", "identical")}, {countOf(personalised, "personalised", "personalised")}
        </Spoken>
      ))}
    </>
  );
}
