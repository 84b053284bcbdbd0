/**
 * The method as data: design.md section 6. It is cell-key perturbation, as the Australian Bureau of Statistics
 * does in TableBuilder (Fraser and Wooton 2005; Thompson, Broadfoot and Elazar 2013) and the Office for National
 * Statistics did for the Census 2021 of England and Wales, with a threshold, rounding and a gate over time.
 *
 * noise: [what is added, its probability in tenths]. threshold: people; less is not shown. base: figures are
 * multiples of it. gate: people who must have joined or left before a figure moves. drawOneIn: of the cells whose gate
 * is open, one in so many is looked at in a release, by a secret draw. newContributors: people new to a LEP before it
 * makes another release.
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

/** The version of this module, written in each release. Change it with any change that could change a figure. */
export const methodVersion = "2";
