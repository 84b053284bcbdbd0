/**
 * Cell-key perturbation as in the Australian Bureau of Statistics' TableBuilder (Fraser and Wooton 2005; Thompson,
 * Broadfoot and Elazar 2013) and the 2021 Census of England and Wales, with a threshold, rounding and a gate over time.
 *
 * - `noise`: pairs of [added number, probability in tenths]
 * - `threshold`: counts of fewer people are suppressed (primary suppression)
 * - `base`: figures are multiples of it
 * - `gate`: members who must have joined or left before a figure may move
 * - `drawOneIn`: of the cells with an open gate, a secret draw counts one in so many again in a release
 * - `newContributors`: people new to a LEP before its next release
 */
export type MethodParameters = {
  noise: readonly (readonly [number, number])[];
  threshold: number;
  base: number;
  gate: number;
  drawOneIn: number;
  newContributors: number;
};

export const standardParameters: MethodParameters = {
  noise: [
    [-2, 1],
    [-1, 2],
    [0, 4],
    [1, 2],
    [2, 1],
  ],
  threshold: 10,
  base: 5,
  gate: 5,
  drawOneIn: 2,
  newContributors: 10,
};

/** Written in each release. Increase it with every change that could change a figure. */
export const methodVersion = "6";
