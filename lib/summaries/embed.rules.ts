import { escapeXml } from "@/lib/atom-feed";
import { formatDay } from "@/lib/dates";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Summary } from "@/lib/summaries/summary.rules";

/** The figures that other sites may embed, by id, with their titles. */
export const embedTitles = {
  foundations: "Comments by foundation",
  themes: "Comments by theme",
  heard: "People heard, against jobs, by kind of work",
} as const;
export type EmbedId = keyof typeof embedTitles;
export const isEmbedId = (id: string): id is EmbedId => Object.hasOwn(embedTitles, id);

/** A chart with its table. `values`: in the order of `columns`, null if not shown. `bars`: lengths from 0 to 1. */
export type Embed = {
  title: string;
  note: string;
  columns: string[];
  rows: { name: string; values: (string | null)[]; bars: number[] }[];
};

/** A figure of a LEP; null if there is nothing to show yet. */
export function buildEmbed(id: EmbedId, name: string, { strategy, counts, release, coverage }: Summary): Embed | null {
  const title = `${name}: ${embedTitles[id]}`;
  if (id === "heard") {
    if (!release || !coverage) return null;
    const max = Math.max(1, ...coverage.sectors.flatMap(({ share, jobsShare }) => [share ?? 0, jobsShare]));
    return {
      title,
      note: `Release ${release.number} of ${formatDay(new Date(release.day))}; people rounded to 5, fewer than 10 not shown. Jobs: Office for National Statistics, Business Register and Employment Survey, ${coverage.year}.`,
      columns: ["People", "Share of people", "Share of jobs"],
      rows: coverage.sectors.map(({ name: kind, people, share, jobsShare }) => ({
        name: kind,
        values: [people === null ? null : formatNumber(people), share === null ? null : `${share}%`, `${jobsShare}%`],
        bars: [(share ?? 0) / max, jobsShare / max],
      })),
    };
  }
  const rows = counts[id];
  const max = Math.max(0, ...rows.map(({ comments }) => comments));
  if (max === 0) return null;
  return {
    title,
    note: `Published comments on the ${strategy.kind} for ${strategy.areaName}. A comment can have several themes.`,
    columns: ["Comments", "Threads"],
    rows: rows.map(({ name: subject, comments, threads }) => ({
      name: subject,
      values: [formatNumber(comments), formatNumber(threads)],
      bars: [comments / max],
    })),
  };
}

const [width, barHeight] = [600, 11];

/**
 * The HTML page for a frame on another site: a chart, its table and a link to the summary; no script, no request to a
 * third party.
 */
export function renderEmbedPage(lepId: string, { title, note, columns, rows }: Embed): string {
  const bars = rows.map(({ name, bars: lengths }) => {
    const rects = lengths.map(
      (length, bar) =>
        `<rect class="bar-${bar}" x="0" y="${bar * barHeight}" width="${(length * width).toFixed(1)}" height="${barHeight - 2}"/>`,
    );
    const height = lengths.length * barHeight;
    return `<div>${escapeXml(name)}<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" height="${height}">${rects.join("")}</svg></div>`;
  });
  const cells = rows.map(
    ({ name, values }) =>
      `<tr><th scope="row">${escapeXml(name)}</th>${values.map((value) => `<td>${escapeXml(value ?? "not shown")}</td>`).join("")}</tr>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/embed.css"></head>
<body><main>
<h1>${escapeXml(title)}</h1>
<div role="img" aria-label="${escapeXml(title)}. The table below has the figures.">${bars.join("")}</div>
<table><caption>${escapeXml(title)}</caption>
<thead><tr><td></td>${columns.map((column) => `<th scope="col">${escapeXml(column)}</th>`).join("")}</tr></thead>
<tbody>${cells.join("")}</tbody></table>
<p>${escapeXml(note)} <a href="${escapeXml(paths.lep(lepId))}" target="_blank" rel="noopener">At the Table: the whole summary</a></p>
</main></body>
</html>
`;
}

/** The HTML with which another site embeds a figure. */
export const embedSnippet = (origin: string, lepId: string, id: EmbedId, name: string): string =>
  `<iframe src="${escapeXml(origin + paths.embed(lepId, id))}" title="${escapeXml(`${name}: ${embedTitles[id]}`)}" width="640" height="640" loading="lazy" style="border:0;max-width:100%"></iframe>`;
