import { gridColumns } from "@/lib/areas/lep-grid.rules";
import { escapeXml } from "@/lib/atom-feed";
import type { BarRow, Chart, HeatRow, MapTile } from "@/lib/summaries/charts/drawing.rules";
import { type Shade, shadeOpacity } from "@/lib/summaries/charts/shading";

const width = 720;
const margin = 20;
const inner = width - 2 * margin;
const [ink, muted, paper, shadeInk, edge] = ["#2a1b29", "#5f4f5c", "#ffffff", "#7d1f66", "#85737f"];

type Block = { svg: string; height: number };

/**
 * A chart as a file of its own, to put in a paper: claim, drawing, every value as text, and source. Light colours, system
 * fonts, no script and no address.
 */
export function chartSvg({ claim, description, source, drawing }: Chart): string {
  const blocks = [
    paragraph(claim, 22, 50, `font-weight="700" fill="${ink}"`),
    paragraph(description, 14, 84, `fill="${muted}"`),
    drawing.kind === "tiles" ? tiles(drawing.tiles) : null,
    drawing.kind === "heat" ? heat(drawing.columns, drawing.rows) : null,
    drawing.kind === "bars" ? bars(drawing.rows) : null,
    paragraph(`${source} At the Table.`, 12, 96, `fill="${muted}"`),
  ].filter((block) => block !== null);
  let y = margin;
  const placed = blocks.map(({ svg, height }) => {
    const group = `<g transform="translate(${margin} ${y})">${svg}</g>`;
    y += Math.ceil(height) + 16;
    return group;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" font-family="Source Sans 3, Segoe UI, Helvetica Neue, Arial, sans-serif" role="img" aria-labelledby="claim description">
<title id="claim">${escapeXml(claim)}</title><desc id="description">${escapeXml(`${description} ${valuesText(drawing)}`)}</desc>
<defs><pattern id="hatching" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${paper}"/><path d="M0 0V7" stroke="${edge}" stroke-width="3"/></pattern></defs>
<rect width="${width}" height="${y}" fill="${paper}"/>
${placed.join("\n")}
</svg>
`;
}

/** The values of a drawing in a sentence, for those who cannot see it. */
function valuesText(drawing: Chart["drawing"]): string {
  if (drawing.kind === "tiles") return drawing.tiles.map(({ name, label }) => `${name}: ${label}.`).join(" ");
  if (drawing.kind === "bars") return drawing.rows.map(({ name, label }) => `${name}: ${label}.`).join(" ");
  const { columns, rows } = drawing;
  return rows
    .map(({ name, cells }) => `${name}: ${cells.map(({ text }, i) => `${columns[i]} ${text}`).join(", ")}.`)
    .join(" ");
}

/** Text broken between words. @param letters the most in a line */
function paragraph(content: string, size: number, letters: number, attributes: string): Block {
  const lines = breakLines(content, letters);
  const spans = lines.map((line, i) => `<tspan x="0" y="${size + i * size * 1.3}">${escapeXml(line)}</tspan>`);
  return { svg: `<text font-size="${size}" ${attributes}>${spans.join("")}</text>`, height: lines.length * size * 1.3 };
}

function breakLines(content: string, letters: number): string[] {
  const lines: string[] = [];
  for (const part of content.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < letters) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

function bars(rows: BarRow[]): Block {
  const greatest = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const rowHeight = 58;
  const drawn = rows.map(({ name, value, label }, i) => {
    const y = i * rowHeight;
    const bar =
      value === null
        ? `<rect x="0" y="${y + 22}" width="${inner}" height="12" fill="url(#hatching)" stroke="${edge}"/>`
        : `<rect x="0" y="${y + 22}" width="${((value / greatest) * inner).toFixed(1)}" height="12" fill="${shadeInk}"/>`;
    return `${line(0, y + 14, name, 'font-weight="600"')}${bar}${line(0, y + 49, label)}`;
  });
  return { svg: drawn.join(""), height: rows.length * rowHeight };
}

const line = (x: number, y: number, content: string, attributes = "") =>
  `<text x="${x}" y="${y}" font-size="14" fill="${ink}" ${attributes}>${escapeXml(content)}</text>`;

const centred = (x: number, y: number, content: string, attributes = "", size = 14) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${ink}" text-anchor="middle" ${attributes}>${escapeXml(content)}</text>`;

function area(x: number, y: number, w: number, h: number, shade: Shade): string {
  const box = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" stroke="${edge}"`;
  if (shade === "hidden") return `<rect ${box} fill="url(#hatching)"/>`;
  if (shade === "none") return `<rect ${box} fill="none" stroke-dasharray="4 3"/>`;
  return `<rect ${box} fill="${shadeInk}" fill-opacity="${shadeOpacity[shade]}"/>`;
}

/** A white box behind text on hatching. */
const backing = (x: number, y: number, w: number, h: number, shade: Shade) =>
  shade === "hidden"
    ? `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w}" height="${h}" fill="${paper}"/>`
    : "";

function tiles(all: MapTile[]): Block {
  const size = 84;
  const left = (inner - gridColumns * size) / 2;
  const drawn = all.map(({ short, column, row, text, shade }) => {
    const [x, y] = [left + column * size, row * size];
    const middle = x + size / 2;
    return [
      area(x + 2, y + 2, size - 4, size - 4, shade),
      backing(middle - 32, y + 22, 64, 42, shade),
      centred(middle, y + 38, short),
      centred(middle, y + 58, text, 'font-weight="700"'),
    ].join("");
  });
  return { svg: drawn.join(""), height: (Math.max(0, ...all.map(({ row }) => row)) + 1) * size };
}

function heat(columns: string[], rows: HeatRow[]): Block {
  const [nameWidth, headHeight, rowHeight] = [220, 84, 34];
  const cellWidth = (inner - nameWidth) / Math.max(1, columns.length);
  const letters = Math.max(8, Math.floor(cellWidth / 7));
  const head = columns.map((name, i) =>
    breakLines(name, letters)
      .slice(0, 6)
      .map((part, n) => centred(nameWidth + (i + 0.5) * cellWidth, 12 + n * 13, part, "", 10))
      .join(""),
  );
  const body = rows.flatMap(({ name, cells }, i) => {
    const y = headHeight + i * rowHeight;
    const drawn = cells.map(({ text, shade }, n) => {
      const x = nameWidth + n * cellWidth;
      const middle = x + cellWidth / 2;
      return `${area(x + 1, y + 1, cellWidth - 2, rowHeight - 2, shade)}${backing(middle - 14, y + 7, 28, 20, shade)}${centred(middle, y + 22, text)}`;
    });
    return [line(0, y + 22, name.length > 27 ? `${name.slice(0, 26)}…` : name), ...drawn];
  });
  return { svg: [...head, ...body].join(""), height: headHeight + rows.length * rowHeight };
}
