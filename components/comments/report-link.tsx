import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

/** A link to the page that reports a comment. */
export function ReportLink({ slug, id, alias }: { slug: string; id: string; alias: string }) {
  return (
    <p>
      <TextLink className="text-sm print:hidden" href={paths.report(slug, id)}>
        Report<span className="sr-only"> the comment by {alias}</span>
      </TextLink>
    </p>
  );
}
