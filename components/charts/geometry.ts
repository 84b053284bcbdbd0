import { scaleLinear } from "d3-scale";
import { stack, stackOffsetExpand } from "d3-shape";

/** In percent of the chart's width, so that a chart fits every screen without a script. */
export type Segment = { start: number; width: number };

const round = (n: number) => Math.round(n * 100) / 100;

/** Parts laid end to end over the full width, in proportion; widths of 0 if all parts are 0. @param parts at least 0 */
export function stackSegments(parts: readonly number[]): Segment[] {
  const series = stack<unknown, readonly number[], number>()
    .keys(parts.keys())
    .value((row, part) => row[part] ?? 0)
    .offset(stackOffsetExpand)([parts]);
  return series.map(([span]) => {
    const [from, to] = [span?.[0] ?? 0, span?.[1] ?? 0];
    return { start: round(from * 100), width: round((to - from) * 100) };
  });
}

/** `position`: of a value, in percent of the chart's width. `ticks`: round values from 0 to the end of the scale. */
export type ShareScale = { position: (share: number) => number; ticks: number[] };

/** A scale from 0 to a round value at or above the greatest of these percentages, and never shorter than 10%. */
export function shareScale(shares: readonly number[]): ShareScale {
  const scale = scaleLinear()
    .domain([0, Math.max(10, ...shares)])
    .nice(4)
    .range([0, 100]);
  return { position: (share) => round(scale(share)), ticks: scale.ticks(4) };
}
