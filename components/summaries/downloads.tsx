import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

type Props = { slug: string; subject?: string | null } | { strategy: string };

/** Links to a summary in other forms. With a subject, only those that exist for a subject. */
export function SummaryDownloads(props: Props) {
  const downloads = "strategy" in props ? strategyDownloads(props.strategy) : lepDownloads(props);
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

type Download = [label: string, href: string];

const strategyDownloads = (slug: string): Download[] => [
  ["Figures as CSV", paths.strategySummaryCsv(slug)],
  ["Figures as XLSX", paths.strategySummaryXlsx(slug)],
  ["All of it as JSON", paths.apiStrategySummary(slug)],
  ["Follow the answers (Atom feed)", paths.answersFeed(slug)],
];

function lepDownloads({ slug, subject }: { slug: string; subject?: string | null }): Download[] {
  if (subject)
    return [
      ["Print it as a board paper", paths.lepSubjectPaper(slug, subject)],
      ["Follow the answers (Atom feed)", paths.lepSubjectFeed(slug, subject)],
    ];
  return [
    ["Print it as a board paper", paths.lepPaper(slug)],
    ["Figures as CSV", paths.lepSummaryCsv(slug)],
    ["Figures as XLSX", paths.lepSummaryXlsx(slug)],
    ["All of it as JSON", paths.apiLepSummary(slug)],
    ["Put a figure on your own page", paths.lepFigures(slug)],
    ["Follow the answers (Atom feed)", paths.lepAnswersFeed(slug)],
    ["Follow the releases (Atom feed)", paths.lepReleasesFeed(slug)],
  ];
}
