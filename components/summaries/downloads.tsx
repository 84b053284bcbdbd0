import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

/** Links to the summary in other forms. With a subject, only those that exist for a subject. */
export function SummaryDownloads({ slug, subject = null }: { slug: string; subject?: string | null }) {
  const downloads: [label: string, href: string][] = subject
    ? [
        ["Print it as a board paper", paths.lepSubjectPaper(slug, subject)],
        ["Follow the answers (Atom feed)", paths.lepSubjectFeed(slug, subject)],
      ]
    : [
        ["Print it as a board paper", paths.lepPaper(slug)],
        ["Figures as CSV", `/leps/${slug}/summary.csv`],
        ["Figures as XLSX", `/leps/${slug}/summary.xlsx`],
        ["All of it as JSON", `/api/v1/leps/${slug}/summary`],
        ["Put a figure on your own page", paths.lepFigures(slug)],
        ["Follow the answers (Atom feed)", paths.lepAnswersFeed(slug)],
        ["Follow the releases (Atom feed)", paths.lepReleasesFeed(slug)],
      ];
  return (
    <ul className="my-4 flex flex-wrap gap-x-6 print:hidden" aria-label="Take it away">
      {downloads.map(([label, href]) => (
        <li key={href}>
          <TextLink href={href}>{label}</TextLink>
        </li>
      ))}
    </ul>
  );
}
