import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";

type Props = {
  slug: string;
  themes: { id: string; name: string; comments: number }[];
  isLate: boolean;
  level?: "h2" | "h3";
};

/** Themes with comments and without an answer, each with a link to its comments. */
export function UnansweredThemes({ slug, themes, isLate, level: Heading = "h2" }: Props) {
  if (themes.length === 0) return null;
  return (
    <section aria-labelledby={`unanswered-${slug}`} className={Heading === "h2" ? "mt-10" : "my-6"}>
      <Heading id={`unanswered-${slug}`} className={`mb-2 ${Heading === "h2" ? "text-2xl" : "text-xl"}`}>
        {isLate ? "Overdue" : "Not answered yet"}
      </Heading>
      <ul className="measure print:columns-2 print:gap-[8mm]">
        {themes.map(({ id, name, comments }) => (
          <li key={id} className="border-line border-t print:break-inside-avoid">
            <a
              className="flex min-h-11 print:min-h-0 flex-wrap items-center justify-between gap-x-4"
              href={paths.commentsOn(slug, id)}
            >
              <span className="link">{name}</span>
              <span className="text-muted tabular-nums">{countLabel(comments, "comment")}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
