import { escapeXml } from "@/lib/atom-feed";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { roundedPercentText } from "@/lib/summaries/display.rules";
import { figurePath } from "@/lib/summaries/figures/figure-filter.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** The figures that other sites may embed, by id, with their titles. */
export const embedTitles = {
  foundations: "Comments by foundation",
  themes: "Comments by theme",
  heard: "People who took part, compared with jobs, by kind of work",
} as const;
export type EmbedId = keyof typeof embedTitles;
export const isEmbedId = (id: string): id is EmbedId => Object.hasOwn(embedTitles, id);

/**
 * A chart that is its own table. `values`: in the order of `columns`, null if not shown. `url`: the page that lists exactly
 * what the first of them counts. `bars`: lengths from 0 to 1. `left`: how many rows there are beside those, in the summary.
 */
export type Embed = {
  title: string;
  note: string;
  columns: string[];
  rows: { name: string; values: (string | null)[]; url?: string; bars: number[] }[];
  left: number;
};

/** With more, a frame on a phone would scroll inside the page that it is on. */
const maxRows = 8;

/** A figure of a LEP; null if there is nothing to show yet. */
export function buildEmbed(id: EmbedId, name: string, summary: Summary): Embed | null {
  const { scope, strategy, counts, release, coverage } = summary;
  const title = `${name}: ${embedTitles[id]}`;
  if (id === "heard") {
    if (!release || !coverage) return null;
    const max = Math.max(1, ...coverage.sectors.flatMap(({ share, jobsShare }) => [share ?? 0, jobsShare]));
    return {
      title,
      note: `Release ${release.number}, ${formatDay(new Date(release.day))}; people rounded to 5, each number on its own, fewer than 10 not shown. Jobs: Office for National Statistics, Business Register and Employment Survey, ${coverage.year}.`,
      columns: ["People", "Jobs"],
      ...firstRows(
        coverage.sectors.map(({ name: kind, people, share, jobs, jobsShare }) => ({
          name: kind,
          values: [
            people === null ? null : `${formatNumber(people)} (${roundedPercentText(share ?? 0, people)})`,
            roundedPercentText(jobsShare, jobs),
          ],
          bars: [(share ?? 0) / max, jobsShare / max],
        })),
        ({ bars: [, jobs = 0] }) => jobs,
      ),
    };
  }
  const rows = counts[id];
  const max = Math.max(0, ...rows.map(({ comments }) => comments));
  if (max === 0) return null;
  return {
    title,
    note: `Published comments on the ${strategy.kind} for ${strategy.areaName}. A comment can have several themes.`,
    columns: ["Comments"],
    ...firstRows(
      rows.map(({ id: subjectId, name: subject, comments }) => ({
        name: subject,
        values: [formatNumber(comments)],
        url: figurePath(scope, id === "themes" ? { theme: subjectId } : { foundation: subjectId }),
        bars: [comments / max],
      })),
      ({ bars: [comments = 0] }) => comments,
    ),
  };
}

/** All rows as they are, or the greatest of them, in order. */
function firstRows(rows: Embed["rows"], size: (row: Embed["rows"][number]) => number): Pick<Embed, "rows" | "left"> {
  if (rows.length <= maxRows) return { rows, left: 0 };
  const sorted = rows.toSorted((a, b) => size(b) - size(a));
  return { rows: sorted.slice(0, maxRows), left: rows.length - maxRows };
}

const [width, barHeight] = [600, 11];

/**
 * The HTML page for a frame on another site: a table with a bar under each name, and a link to the summary; no script, no
 * request to a third party.
 */
export function renderEmbedPage(lepId: string, { title, note, columns, rows, left }: Embed): string {
  const cells = rows.map(({ name, values, url, bars: lengths }) => {
    const rects = lengths.map(
      (length, bar) =>
        `<rect class="bar-${bar}" x="0" y="${bar * barHeight}" width="${(length * width).toFixed(1)}" height="${barHeight - 2}"/>`,
    );
    const height = lengths.length * barHeight;
    const chart = `<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" height="${height}">${rects.join("")}</svg>`;
    const numbers = values.map((value, index) => {
      const text = escapeXml(value ?? "not shown");
      return index === 0 && url && value !== "0"
        ? `<td><a href="${escapeXml(url)}" target="_blank" rel="noopener" aria-label="${escapeXml(`${value} comments: ${name}`)}">${text}</a></td>`
        : `<td>${text}</td>`;
    });
    return `<tr><th scope="row">${escapeXml(name)}${chart}</th>${numbers.join("")}</tr>`;
  });
  const others = left > 0 ? `The ${rows.length} largest of ${rows.length + left}. ` : "";
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/embed.css"></head>
<body><main>
<h1>${escapeXml(title)}</h1>
<table><caption>${escapeXml(title)}</caption>
<thead><tr><td></td>${columns.map((column) => `<th scope="col">${escapeXml(column)}</th>`).join("")}</tr></thead>
<tbody>${cells.join("")}</tbody></table>
<p>${others}${escapeXml(note)} <a href="${escapeXml(paths.lep(lepId))}" target="_blank" rel="noopener">At the Table: full summary</a></p>
</main></body>
</html>
`;
}

/** The HTML with which another site embeds a figure. The narrower the screen, the taller the frame: nothing scrolls inside it. */
export const embedSnippet = (origin: string, lepId: string, id: EmbedId, name: string): string =>
  `<iframe src="${escapeXml(origin + paths.embed(lepId, id))}" title="${escapeXml(`${name}: ${embedTitles[id]}`)}" width="640" height="760" loading="lazy" style="border:0;max-width:100%;height:clamp(740px,calc(1440px - 100vw),1120px)"></iframe>`;
