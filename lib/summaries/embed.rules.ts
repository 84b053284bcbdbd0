import { escapeXml } from "@/lib/atom-feed";
import { formatDay, formatNumber } from "@/lib/dates";
import { paths } from "@/lib/routes";
import type { WholeSummary } from "@/lib/summaries/summary.rules";

/** The figures that others may show on their own pages, by id, with what each is of. */
export const embeds = {
  foundations: "Comments by foundation",
  themes: "Comments by theme",
  heard: "People heard, against jobs, by kind of work",
} as const;
export type EmbedId = keyof typeof embeds;
export const isEmbed = (id: string): id is EmbedId => Object.hasOwn(embeds, id);

/** A figure as a chart and its table. values: in the order of `columns`; null is not shown. bar: its length, 0 to 1. */
export type Embed = {
  title: string;
  note: string;
  columns: string[];
  rows: { name: string; values: (string | null)[]; bars: number[] }[];
};

/** The figure of a LEP; null when there is nothing to show yet. */
export function embedOf(id: EmbedId, name: string, { strategy, said, release, coverage }: WholeSummary): Embed | null {
  const title = `${name}: ${embeds[id]}`;
  if (id === "heard") {
    if (!release || !coverage) return null;
    const most = Math.max(1, ...coverage.sectors.flatMap(({ share, jobsShare }) => [share ?? 0, jobsShare]));
    return {
      title,
      note: `Release ${release.number} of ${formatDay(new Date(release.day))}; people rounded to 5, fewer than 10 not shown. Jobs: Office for National Statistics, Business Register and Employment Survey, ${coverage.year}.`,
      columns: ["People", "Share of people", "Share of jobs"],
      rows: coverage.sectors.map(({ name: kind, people, share, jobsShare }) => ({
        name: kind,
        values: [people === null ? null : formatNumber(people), share === null ? null : `${share}%`, `${jobsShare}%`],
        bars: [(share ?? 0) / most, jobsShare / most],
      })),
    };
  }
  const rows = said[id];
  const most = Math.max(0, ...rows.map(({ comments }) => comments));
  if (most === 0) return null;
  return {
    title,
    note: `Published comments on the ${strategy.kind} for ${strategy.areaName}. A comment can have several themes.`,
    columns: ["Comments", "Threads"],
    rows: rows.map(({ name: subject, comments, threads }) => ({
      name: subject,
      values: [formatNumber(comments), formatNumber(threads)],
      bars: [comments / most],
    })),
  };
}

const [width, thick] = [600, 11];

/**
 * A page of its own for a frame on somebody else's: a chart with its table, nothing to press but the way to the whole
 * summary, no script, and no request to anybody but us.
 */
export function embedPage(lepId: string, { title, note, columns, rows }: Embed): string {
  const safe = escapeXml;
  const bars = rows.map(({ name, bars: lengths }) => {
    const drawn = lengths.map(
      (length, bar) =>
        `<rect class="bar-${bar}" x="0" y="${bar * thick}" width="${(length * width).toFixed(1)}" height="${thick - 2}"/>`,
    );
    const height = lengths.length * thick;
    return `<div>${safe(name)}<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" height="${height}">${drawn.join("")}</svg></div>`;
  });
  const cells = rows.map(
    ({ name, values }) =>
      `<tr><th scope="row">${safe(name)}</th>${values.map((value) => `<td>${safe(value ?? "not shown")}</td>`).join("")}</tr>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(title)}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/embed.css"></head>
<body><main>
<h1>${safe(title)}</h1>
<div role="img" aria-label="${safe(title)}. The table below has the figures.">${bars.join("")}</div>
<table><caption>${safe(title)}</caption>
<thead><tr><td></td>${columns.map((column) => `<th scope="col">${safe(column)}</th>`).join("")}</tr></thead>
<tbody>${cells.join("")}</tbody></table>
<p>${safe(note)} <a href="${safe(paths.lep(lepId))}" target="_blank" rel="noopener">At the Table: the whole summary</a></p>
</main></body>
</html>
`;
}

/** What to put on one's own page, to show a figure there. */
export const embedSnippet = (origin: string, lepId: string, id: EmbedId, name: string): string =>
  `<iframe src="${escapeXml(origin + paths.embed(lepId, id))}" title="${escapeXml(`${name}: ${embeds[id]}`)}" width="640" height="640" loading="lazy" style="border:0;max-width:100%"></iframe>`;
