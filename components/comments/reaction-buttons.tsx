import { Button } from "@/components/ui/button";
import { paths } from "@/lib/routes";

/** Agree, disagree and pass beside a comment, on pages that are cached for everybody. */
export function ReactionButtons({ slug, id, alias }: { slug: string; id: string; alias: string }) {
  const authorLabel = <span className="sr-only"> with {alias}</span>;
  return (
    <form action={paths.reactions(slug)} method="post" className="mt-3 flex flex-wrap gap-2">
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
    </form>
  );
}
