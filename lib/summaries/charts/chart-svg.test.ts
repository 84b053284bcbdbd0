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

test("shades: nothing is 0, the greatest is 4, and steps are equal", () => {
  expect([0, 1, 100].map(shadeScale([]))).toEqual([0, 0, 0]);
  expect([0, 1, 25, 26, 51, 76, 100].map(shadeScale([100, 3]))).toEqual([0, 1, 2, 2, 3, 4, 4]);
});
