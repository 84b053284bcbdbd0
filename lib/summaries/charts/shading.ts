import { scaleQuantize } from "d3-scale";

/** How dark an area is, from 0 to 4; "hidden" is hatched: too few to show; "none" is empty: there is nothing to show. */
export type Shade = 0 | 1 | 2 | 3 | 4 | "hidden" | "none";

const steps = [0, 1, 2, 3, 4] as const;

/** The opacity of the ink of each step: text over it can be read in every colour scheme. */
export const shadeOpacity: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4];

/** The shade of a value: 0 for 0, else one of four equal steps up to the greatest. @param values at least 0 */
export function shadeScale(values: readonly number[]): (value: number) => Shade {
  const greatest = Math.max(0, ...values);
  if (greatest === 0) return () => 0;
  const step = scaleQuantize<Shade>().domain([0, greatest]).range(steps.slice(1));
  return (value) => (value <= 0 ? 0 : step(value));
}
