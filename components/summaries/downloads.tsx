import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

type Props = { slug: string; subject?: string | null } | { strategy: string };

/** Links to a summary in other forms. With a subject, only those that exist for a subject. */
export function SummaryDownloads(props: Props) {
  const downloads = "strategy" in props ? strategyDownloads(props.strategy) : lepDownloads(props);
  return (
    <ul className="my-4 flex flex-wrap gap-x-6 print:hidden" aria-label="Downloads">
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
  ["Numbers (CSV)", paths.strategySummaryCsv(slug)],
  ["Numbers (XLSX)", paths.strategySummaryXlsx(slug)],
  ["All data (JSON)", paths.apiStrategySummary(slug)],
  ["Follow answers (Atom feed)", paths.answersFeed(slug)],
];

function lepDownloads({ slug, subject }: { slug: string; subject?: string | null }): Download[] {
  if (subject)
    return [
      ["Print as a board paper", paths.lepSubjectPaper(slug, subject)],
      ["Follow answers (Atom feed)", paths.lepSubjectFeed(slug, subject)],
    ];
  return [
    ["Print as a board paper", paths.lepPaper(slug)],
    ["Numbers (CSV)", paths.lepSummaryCsv(slug)],
    ["Numbers (XLSX)", paths.lepSummaryXlsx(slug)],
    ["All data (JSON)", paths.apiLepSummary(slug)],
    ["Embed a chart", paths.lepFigures(slug)],
    ["Follow answers (Atom feed)", paths.lepAnswersFeed(slug)],
    ["Follow releases (Atom feed)", paths.lepReleasesFeed(slug)],
  ];
}
