import type { Clustering } from "./clustering";
import { roundToFive } from "./rounded-share";

/** A hexagon with at least five people of one group. x and y: its centre, in hexagon widths; `people` is rounded to 5. */
export type Hexagon = { group: number; x: number; y: number; people: number };

/** `centres`: by group. `notDrawn`: people, rounded to 5, in hexagons with fewer than five of their group. */
export type OpinionMap = { hexagons: Hexagon[]; centres: { x: number; y: number }[]; notDrawn: number };

const minPeopleInHexagon = 5;

/**
 * The opinion map as hexagons with pointed tops, counted by group. Convex hulls would not do: their corners are the
 * positions of single people, and a position reveals somebody's reactions. Hexagons with fewer than five people of a
 * group are not drawn. The fewer people there are, the wider the hexagons.
 */
export function buildOpinionMap({ k, labels, positions, centres }: Clustering): OpinionMap {
  const width = hexagonWidth(positions);
  const counts = new Map<string, Hexagon>();
  labels.forEach((group, i) => {
    const middle = hexagonAt((positions[i * 2] as number) / width, (positions[i * 2 + 1] as number) / width);
    const key = `${group} ${middle.x} ${middle.y}`;
    const hexagon = counts.get(key) ?? { group, ...middle, people: 0 };
    counts.set(key, { ...hexagon, people: hexagon.people + 1 });
  });
  const drawn = [...counts.values()].filter(({ people }) => people >= minPeopleInHexagon);
  const shown = drawn.reduce((sum, { people }) => sum + people, 0);
  return {
    hexagons: drawn
      .sort((a, b) => a.group - b.group || a.y - b.y || a.x - b.x)
      .map((hexagon) => ({ ...hexagon, people: roundToFive(hexagon.people) })),
    centres: Array.from({ length: k }, (_, group) => ({
      x: rounded((centres[group * 2] as number) / width, 1),
      y: rounded((centres[group * 2 + 1] as number) / width, 1),
    })),
    notDrawn: roundToFive(labels.length - shown),
  };
}

/** Six standard deviations hold √people / 2 hexagons, but at least 4 and at most 14. */
function hexagonWidth(positions: Float64Array): number {
  const people = positions.length / 2;
  const spread = Math.sqrt(positions.reduce((sum, x) => sum + x * x, 0) / positions.length);
  return (6 * spread) / Math.min(14, Math.max(4, Math.sqrt(people) / 2)) || 1;
}

/** The nearest centre of a lattice whose rows are √3/2 apart and whose odd rows are shifted by half a width. */
function hexagonAt(x: number, y: number): { x: number; y: number } {
  const height = Math.sqrt(3) / 2;
  const low = Math.floor(y / height);
  const middles = [low, low + 1].map((row) => {
    const shift = Math.abs(row % 2) / 2;
    return { x: Math.round(x - shift) + shift, y: row * height };
  });
  const distance = (m: { x: number; y: number }) => (x - m.x) ** 2 + (y - m.y) ** 2;
  const [a, b] = middles as [{ x: number; y: number }, { x: number; y: number }];
  const nearest = distance(a) <= distance(b) ? a : b;
  return { x: rounded(nearest.x, 1), y: rounded(nearest.y, 3) };
}

/** Adding 0 turns −0 into 0. */
function rounded(figure: number, places: number): number {
  return Math.round(figure * 10 ** places) / 10 ** places + 0;
}
