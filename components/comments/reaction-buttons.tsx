import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/**
 * Agree, disagree and pass beside a comment, on pages that are cached for everybody. browser/reactions.ts counts an answer
 * in its place (see ReactionScript); without it the browser comes back to the comment, where the last line then shows.
 */
export function ReactionButtons({ slug, id, alias }: { slug: string; id: string; alias: string }) {
  const authorLabel = <span className="sr-only"> with {alias}</span>;
  return (
    <>
      <form action={paths.reactions(slug)} method="post" data-part="reactions" className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="comment" value={id} />
        <Button kind="secondary" name="value" value="agree">
          Agree{authorLabel}
        </Button>
        <Button kind="secondary" name="value" value="disagree">
          Disagree{authorLabel}
        </Button>
        <Button kind="secondary" name="value" value="pass">
          Pass<span className="sr-only"> on {alias}</span>
        </Button>
        <p role="status" className="basis-full empty:hidden" />
      </form>
      <p id={`answered-${id}`} className="mt-2 hidden scroll-mt-64 font-semibold target:block">
        Your reaction is counted.{" "}
        <a className="link" href={paths.reactToComment(slug, id)}>
          See or change it
        </a>
      </p>
    </>
  );
}

/** Once on a page with such buttons. */
export function ReactionScript() {
  return <script src="/browser/reactions.js" defer />;
}
