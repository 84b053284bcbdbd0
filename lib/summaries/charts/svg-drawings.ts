import { scaleLinear } from "d3-scale";
import { gridColumns } from "@/lib/areas/lep-grid.rules";
import { escapeXml } from "@/lib/atom-feed";
import type { BarRow, Drawing, HeatRow, MapTile } from "@/lib/summaries/charts/drawing.rules";
import { type Shade, shadeOpacity } from "@/lib/summaries/charts/shading";

export const drawingWidth = 680;
/** Of the page in light colours: ink, muted text, paper, areas, edges, agreement and disagreement. */
export const colours = {
  ...{ ink: "#2a1b29", muted: "#5f4f5c", paper: "#ffffff", area: "#7d1f66", edge: "#85737f" },
  ...{ good: "#1b633a", bad: "#9c1a1a", line: "#ddd0c2" },
};
/** Patterns of files: "hatching" for what is not shown, "disagree" for those who disagree. */
export const patterns = [
  ["hatching", colours.edge, 3],
  ["disagree", colours.bad, 5],
]
  .map(
    ([id, stroke, width]) =>
      `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${colours.paper}"/><path d="M0 0V7" stroke="${stroke}" stroke-width="${width}"/></pattern>`,
  )
  .join("");

/** A part of a file, one below another. */
export type Block = { svg: string; height: number };
type Of<Kind extends Drawing["kind"]> = Extract<Drawing, { kind: Kind }>;

const { ink, muted, paper, area: shadeInk, edge, good, bad, line: lineInk } = colours;
const inner = drawingWidth;

/** Text broken between words. @param letters the most in a line */
export function paragraph(content: string, size: number, letters: number, attributes: string): Block {
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

export function bars(rows: BarRow[]): Block {
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

export function tiles(all: MapTile[]): Block {
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

export function heat(columns: string[], rows: HeatRow[]): Block {
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

/** A legend: drawings of 28 by 14 beside their names. */
function legend(entries: [swatch: string, name: string][]): Block {
  let x = 0;
  const drawn = entries.map(([swatch, name]) => {
    const entry = `<g transform="translate(${x} 0)">${swatch}${line(36, 12, name)}</g>`;
    x += 60 + name.length * 8;
    return entry;
  });
  return { svg: drawn.join(""), height: 24 };
}

const below = (top: number, svg: string) => `<g transform="translate(0 ${top})">${svg}</g>`;
const box = (x: number, y: number, w: number, h: number, attributes: string) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" ${attributes}/>`;

/** Bars of one length, divided in three: filled, hatched and empty. */
export function stacked({ series, trendName, rows }: Of<"stacked">): Block {
  const fills = [`fill="${good}"`, `fill="url(#disagree)" stroke="${bad}"`, `fill="${paper}" stroke="${edge}"`];
  const rowHeight = 58;
  const drawn = rows.map(({ name, note, parts, label, trend }, i) => {
    const y = i * rowHeight;
    const columns = trend.map((value, at) => {
      const height = (value / Math.max(1, ...trend)) * 14;
      return box(inner - (trend.length - at) * 8, y + 52 - height, 6, height, `fill="${shadeInk}"`);
    });
    const all = parts.reduce((sum, part) => sum + part, 0);
    let x = 0;
    const segments = parts.map((part, at) => {
      const width = all === 0 ? 0 : (part / all) * inner;
      x += width;
      return width === 0 ? "" : box(x - width, y + 22, width, 12, fills[at] ?? "");
    });
    return `${line(0, y + 14, `${name}: ${note}`, 'font-weight="600"')}${segments.join("")}${line(0, y + 49, label)}${columns.join("")}`;
  });
  const columnSwatch = [4, 8, 12].map((height, at) => box(2 + at * 8, 14 - height, 6, height, `fill="${shadeInk}"`));
  const key = legend([
    ...series.map((name, at): [string, string] => [box(1, 1, 26, 12, fills[at] ?? ""), name]),
    ...(rows.some(({ trend }) => trend.length > 0)
      ? [[columnSwatch.join(""), trendName] satisfies [string, string]]
      : []),
  ]);
  return {
    svg: key.svg + below(key.height + 8, drawn.join("")),
    height: key.height + 8 + rows.length * rowHeight,
  };
}

/** Dots by share and number; those with a mark bear it. */
export function dots({ xName, yName, points }: Of<"dots">): Block {
  const [left, top, width, height] = [40, 30, inner - 60, 300];
  const scale = scaleLinear()
    .domain([0, Math.max(10, ...points.map(({ y }) => y))])
    .nice(4)
    .range([top + height, top]);
  const at = (x: number) => left + (x / 100) * width;
  const rows = scale.ticks(4).map((tick) => {
    const y = scale(tick).toFixed(1);
    return `<path d="M${left} ${y}H${left + width}" stroke="${lineInk}"/><text x="${left - 8}" y="${Number(y) + 5}" font-size="14" fill="${muted}" text-anchor="end">${tick}</text>`;
  });
  const columns = [0, 25, 50, 75, 100].map((tick) => centred(at(tick), top + height + 22, `${tick}%`));
  const drawn = points
    .toSorted((a, b) => (a.mark ?? 0) - (b.mark ?? 0))
    .map(({ x, y, mark }) => {
      const place = `cx="${at(x).toFixed(1)}" cy="${scale(y).toFixed(1)}"`;
      return mark === null
        ? `<circle ${place} r="7" fill="${shadeInk}" fill-opacity="0.35" stroke="${shadeInk}"/>`
        : `<circle ${place} r="13" fill="${paper}" stroke="${shadeInk}" stroke-width="2"/>${centred(at(x), scale(y) + 5, String(mark), 'font-weight="700"')}`;
    });
  const names = `${line(0, 14, yName)}<text x="${inner}" y="${top + height + 46}" font-size="14" fill="${ink}" text-anchor="end">${escapeXml(xName)}</text>`;
  return { svg: [...rows, ...columns, ...drawn, names].join(""), height: top + height + 56 };
}

/** Two shares a row on one scale: a filled dot against an empty square. */
export function pairs({ valueName, referenceName, notShownName, rows }: Of<"pairs">): Block {
  const [left, width, rowHeight] = [8, inner - 24, 58];
  const scale = scaleLinear()
    .domain([0, Math.max(10, ...rows.flatMap(({ value, reference }) => [value ?? 0, reference ?? 0]))])
    .nice(4)
    .range([left, left + width]);
  const dot = (x: number, y: number) => `<circle cx="${x.toFixed(1)}" cy="${y}" r="6" fill="${shadeInk}"/>`;
  const square = (x: number, y: number) =>
    box(x - 6, y - 6, 12, 12, `fill="${paper}" stroke="${ink}" stroke-width="2"`);
  const hatched = (x: number, y: number, w: number) => box(x, y, w, 12, `fill="url(#hatching)" stroke="${edge}"`);
  const drawn = rows.map(({ name, value, reference, label }, i) => {
    const y = i * rowHeight;
    const parts = [
      line(0, y + 14, name, 'font-weight="600"'),
      value === null ? hatched(left, y + 22, width) : "",
      value !== null && reference !== null
        ? `<path d="M${scale(value).toFixed(1)} ${y + 28}H${scale(reference).toFixed(1)}" stroke="${edge}" stroke-width="3"/>`
        : "",
      reference === null ? "" : square(scale(reference), y + 28),
      value === null ? "" : dot(scale(value), y + 28),
      line(0, y + 49, label),
    ];
    return parts.join("");
  });
  const key = legend([
    [dot(14, 7), valueName],
    ...(rows.some(({ reference }) => reference !== null) ? [[square(14, 7), referenceName] as [string, string]] : []),
    ...(rows.some(({ value }) => value === null) ? [[hatched(1, 1, 26), notShownName] as [string, string]] : []),
  ]);
  const ticks = scale.ticks(4).map((tick) => centred(scale(tick), key.height + 14, `${tick}%`));
  return {
    svg: key.svg + ticks.join("") + below(key.height + 24, drawn.join("")),
    height: key.height + 24 + rows.length * rowHeight,
  };
}
