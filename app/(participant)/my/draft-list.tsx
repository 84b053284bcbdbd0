import { Button, ButtonLink } from "@/components/ui/button";
import type { OwnDraft } from "@/lib/comments/drafts/draft.queries";
import { paths } from "@/lib/routes";

/** A person's drafts. */
export function DraftList({ drafts }: { drafts: OwnDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts" className="mb-8">
      <h2 id="drafts" className="mb-3 text-2xl">
        Drafts
      </h2>
      {drafts.map((draft) => (
        <article key={draft.id} aria-label={`Draft ${draftName(draft)}`} className="border-line border-t py-5">
          <h3 className="mb-1 text-xl">Your draft {draftName(draft)}</h3>
          <p className="measure mb-3 whitespace-pre-wrap break-words" dir="auto">
            {draft.text || "Empty draft."}
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <ButtonLink href={draftUrl(draft)}>Continue writing</ButtonLink>
            <form action={paths.drafts} method="post">
              <input type="hidden" name="draft" value={draft.id} />
              <Button kind="danger">Delete draft</Button>
            </form>
          </div>
        </article>
      ))}
    </section>
  );
}

const draftName = ({ place, areaName }: OwnDraft) =>
  "number" in place
    ? `on section ${place.number} of ${areaName}`
    : `of a ${"thread" in place ? "reply" : "change to a comment"} on ${areaName}`;

function draftUrl({ strategyId, place }: OwnDraft): string {
  if ("thread" in place) return paths.reply(strategyId, place.thread);
  if ("comment" in place) return paths.myComment(place.comment);
  return `${paths.write(strategyId, place.number)}${place.paragraph ? `?paragraph=${place.paragraph}` : ""}`;
}
