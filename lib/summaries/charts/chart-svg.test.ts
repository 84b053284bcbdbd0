import { expect, test } from "vitest";
import { chartSvg } from "@/lib/summaries/charts/chart-svg";
import type { Chart, Drawing } from "@/lib/summaries/charts/drawing.rules";
import { shadeScale } from "@/lib/summaries/charts/shading";

const facts = { id: "x", title: "X", claim: "A < B & “C”", description: "What is drawn.", source: "From here." };
const chart = (drawing: Drawing): Chart => ({ ...facts, drawing, table: { columns: [], rows: [] } });
const countOf = (svg: string, pattern: RegExp) => (svg.match(pattern) ?? []).length;

test("every value of bars is text, what is not shown is hatched, and nothing breaks out of the XML", () => {
  const svg = chartSvg(
    chart({
      kind: "bars",
      rows: [
        { id: "a", name: "Pay <script>", href: null, value: 4, label: "4 answers" },
        { id: "b", name: "Buses", href: "/x", value: null, label: "too few to show" },
      ],
    }),
  );
  expect(svg).toContain('<title id="claim">A &#60; B &#38; “C”</title>');
  expect(svg).toContain("Pay &#60;script&#62;: 4 answers. Buses: too few to show.");
  expect(svg).not.toContain("<script");
  expect(svg).not.toContain("href");
  expect(countOf(svg, /<rect [^>]*fill="url\(#hatching\)"/g)).toBe(1);
});

test("a tile map and a heatmap have every square, with its text", () => {
  const tile = { id: "cumbria", name: "Cumbria", short: "Cumb", column: 2, row: 0, href: "/", label: "3.2 people" };
  const tiles = chartSvg(
    chart({
      kind: "tiles",
      tiles: [
        { ...tile, text: "3.2", shade: 4 },
        { ...tile, id: "humber", text: "few", shade: "hidden" },
      ],
    }),
  );
  expect(tiles).toMatch(/>3\.2<[\s\S]*>few</);
  expect(countOf(tiles, /fill-opacity="0\.4"/g)).toBe(1);
  expect(countOf(tiles, /<rect [^>]*fill="url\(#hatching\)"/g)).toBe(1);
  const cells = [
    { text: "7", shade: 2, href: null },
    { text: "0", shade: 0, href: null },
  ] as const;
  const heat = chartSvg(
    chart({
      kind: "heat",
      name: "Area",
      columns: ["Pay", "Buses"],
      rows: [{ id: "a", name: "Cumbria", href: null, cells: [...cells] }],
    }),
  );
  expect(heat).toContain("Cumbria: Pay 7, Buses 0.");
  expect(countOf(heat, /fill-opacity=/g)).toBe(2);
});

test("columns lie as bars, with what happened; stacked bars, dots and pairs have every value as text", () => {
  const columns = chartSvg(
    chart({
      kind: "columns",
      columns: [
        { id: "a", name: "Week of 2 November", short: "2 Nov", value: 3, label: "3 comments", events: ["Opened"] },
      ],
    }),
  );
  expect(columns).toContain("Week of 2 November: 3 comments. Opened.");
  const stacked = chartSvg(
    chart({
      kind: "stacked",
      series: ["Agree", "Disagree", "Pass"],
      trendName: "New each week",
      rows: [
        { id: "a", name: "Pay", note: "4 comments", parts: [5, 3, 2], label: "50% agree", trend: [1, 2, 0] },
        { id: "b", name: "Buses", note: "1 comment", parts: [0, 0, 0], label: "No reactions", trend: [] },
      ],
    }),
  );
  const widths = [...stacked.matchAll(/<rect x="[\d.]+" y="22.0" width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toEqual([340, 204, 136]);
  const heights = [...stacked.matchAll(/width="6.0" height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([4, 8, 12, 7, 14, 0]); // of the legend, then of the first row
  expect(stacked).toContain("New each week");
  expect(stacked).toContain("Pay: 50% agree. Buses: No reactions.");
  const point = { x: 75, y: 12, label: "The first bus. 75% agree", href: "/strategies/x" };
  const dots = chartSvg(
    chart({
      kind: "dots",
      ...{ xName: "Agree", yName: "Reactions" },
      points: [
        { ...point, id: "a", mark: null },
        { ...point, id: "b", mark: 2 },
      ],
    }),
  );
  expect([
    countOf(dots, /<circle /g),
    countOf(dots, /font-weight="700">2<\/text>/g),
    dots.includes("/strategies"),
  ]).toEqual([2, 1, false]);
  const names = { valueName: "People", referenceName: "Jobs", notShownName: "Too few" };
  const pairs = chartSvg(
    chart({
      kind: "pairs",
      ...names,
      rows: [
        { id: "a", name: "Care", value: 40, reference: 10, label: "40% of people, 10% of jobs" },
        { id: "b", name: "Schools", value: null, reference: 20, label: "Too few people to show, 20% of jobs" },
      ],
    }),
  );
  expect([countOf(pairs, /<circle /g), countOf(pairs, /<rect [^>]*fill="url\(#hatching\)"/g)]).toEqual([2, 2]); // and the legend
});

test("shades: nothing is 0, the greatest is 4, and steps are equal", () => {
  expect([0, 1, 100].map(shadeScale([]))).toEqual([0, 0, 0]);
  expect([0, 1, 25, 26, 51, 76, 100].map(shadeScale([100, 3]))).toEqual([0, 1, 2, 2, 3, 4, 4]);
});
