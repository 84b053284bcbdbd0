import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/routes";

type Props = { slug: string; subject?: string | null } | { strategy: string };

/** Links to a summary in other forms, the board paper first. With a subject, only those that exist for a subject. */
export function SummaryDownloads(props: Props) {
  const papers = "strategy" in props ? strategyPaperDownloads(props.strategy) : paperDownloads(props);
  const others = "strategy" in props ? strategyDownloads(props.strategy) : lepDownloads(props);
  return (
    <>
      {papers.map(([label, href]) => (
        <TextLink key={href} href={href} className="print:hidden">
          {label}
        </TextLink>
      ))}
      <details className="open:basis-full print:hidden">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">Numbers, data and feeds</summary>
        <ul className="flex flex-wrap gap-x-6" aria-label="Downloads">
          {others.map(([label, href]) => (
            <li key={href}>
              <TextLink href={href}>{label}</TextLink>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

type Download = [label: string, href: string];

const strategyDownloads = (slug: string): Download[] => [
  ["Numbers (CSV)", paths.strategySummaryCsv(slug)],
  ["Numbers (XLSX)", paths.strategySummaryXlsx(slug)],
  ["All data (JSON)", paths.apiStrategySummary(slug)],
  ["Follow answers (Atom feed)", paths.answersFeed(slug)],
];

type OfLep = { slug: string; subject?: string | null };

const paperLabels = { print: "Print as a board paper", docx: "Board paper (Word)" };

const strategyPaperDownloads = (slug: string): Download[] => [
  [paperLabels.print, paths.strategySummaryPaper(slug)],
  [paperLabels.docx, paths.strategySummaryPaperDocx(slug)],
];

const paperDownloads = ({ slug, subject }: OfLep): Download[] => [
  [paperLabels.print, subject ? paths.lepSubjectPaper(slug, subject) : paths.lepPaper(slug)],
  [paperLabels.docx, subject ? paths.lepSubjectPaperDocx(slug, subject) : paths.lepPaperDocx(slug)],
];

function lepDownloads({ slug, subject }: OfLep): Download[] {
  if (subject) return [["Follow answers (Atom feed)", paths.lepSubjectFeed(slug, subject)]];
  return [
    ["Numbers (CSV)", paths.lepSummaryCsv(slug)],
    ["Numbers (XLSX)", paths.lepSummaryXlsx(slug)],
    ["All data (JSON)", paths.apiLepSummary(slug)],
    ["Embed a chart", paths.lepFigures(slug)],
    ["Follow answers (Atom feed)", paths.lepAnswersFeed(slug)],
    ["Follow releases (Atom feed)", paths.lepReleasesFeed(slug)],
  ];
}
