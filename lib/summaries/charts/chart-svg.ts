import { escapeXml } from "@/lib/atom-feed";
import type { Chart, Drawing } from "@/lib/summaries/charts/drawing.rules";
import {
  type Block,
  bars,
  colours,
  dots,
  drawingWidth,
  heat,
  pairs,
  paragraph,
  patterns,
  stacked,
  tiles,
} from "@/lib/summaries/charts/svg-drawings";

const margin = 20;
const width = drawingWidth + 2 * margin;
const { ink, muted, paper } = colours;

/**
 * A chart as a file of its own, to put in a paper: claim, drawing, every value as text, and source. Light colours, system
 * fonts, no script and no address.
 */
export function chartSvg({ claim, description, source, drawing }: Chart): string {
  const blocks = [
    paragraph(claim, 22, 50, `font-weight="700" fill="${ink}"`),
    paragraph(description, 14, 84, `fill="${muted}"`),
    draw(drawing),
    paragraph(`${source} At the Table.`, 12, 96, `fill="${muted}"`),
  ];
  let y = margin;
  const placed = blocks.map(({ svg, height }) => {
    const group = `<g transform="translate(${margin} ${y})">${svg}</g>`;
    y += Math.ceil(height) + 16;
    return group;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" font-family="Source Sans 3, Segoe UI, Helvetica Neue, Arial, sans-serif" role="img" aria-labelledby="claim description">
<title id="claim">${escapeXml(claim)}</title><desc id="description">${escapeXml(`${description} ${valuesText(drawing)}`)}</desc>
<defs>${patterns}</defs>
<rect width="${width}" height="${y}" fill="${paper}"/>
${placed.join("\n")}
</svg>
`;
}

function draw(drawing: Drawing): Block {
  switch (drawing.kind) {
    case "tiles":
      return tiles(drawing.tiles);
    case "heat":
      return heat(drawing.columns, drawing.rows);
    case "bars":
      return bars(drawing.rows);
    case "columns": // on their side, each with its text below it
      return bars(
        drawing.columns.map(({ label, events, ...row }) => ({
          ...row,
          href: null,
          label: [label, ...events].join(". "),
        })),
      );
    case "stacked":
      return stacked(drawing);
    case "dots":
      return dots(drawing);
    case "pairs":
      return pairs(drawing);
  }
}

/** The values of a drawing in sentences, for those who cannot see it. */
function valuesText(drawing: Drawing): string {
  const list = (rows: { name: string; label: string }[]) =>
    rows.map(({ name, label }) => `${name}: ${label}.`).join(" ");
  switch (drawing.kind) {
    case "tiles":
      return list(drawing.tiles);
    case "heat":
      return drawing.rows
        .map(({ name, cells }) => `${name}: ${cells.map(({ text }, i) => `${drawing.columns[i]} ${text}`).join(", ")}.`)
        .join(" ");
    case "columns":
      return list(drawing.columns.map(({ name, label, events }) => ({ name, label: [label, ...events].join(". ") })));
    case "dots":
      return drawing.points.map(({ label }) => `${label}.`).join(" ");
    default:
      return list(drawing.rows);
  }
}
