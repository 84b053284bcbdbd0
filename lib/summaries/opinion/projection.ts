import { principalComponents } from "./principal-components";
import { countVotes, type Votes } from "./vote-matrix";

/** The mean vote on each comment, and its loadings on two principal components. */
export type Plane = { means: Float64Array; components: [Float64Array, Float64Array] };

/** The plane in which these people differ most. A comment without votes has mean 0. */
export function fitPlane(votes: Votes): Plane {
  const means = new Float64Array(votes.columns);
  const seen = new Int32Array(votes.columns);
  for (let i = 0; i < votes.column.length; i++) {
    const c = votes.column[i] as number;
    means[c] = (means[c] as number) + (votes.value[i] as number);
    seen[c] = (seen[c] as number) + 1;
  }
  for (let c = 0; c < means.length; c++) means[c] = (means[c] as number) / Math.max(seen[c] as number, 1);
  // a loop: from() with a function reads through an iterator, ten times as slow, and this runs hundreds of times
  const deviations = new Float64Array(votes.value.length);
  for (let i = 0; i < deviations.length; i++)
    deviations[i] = (votes.value[i] as number) - (means[votes.column[i] as number] as number);
  return { means, components: principalComponents(votes, deviations) };
}

/**
 * Each person's position on a plane: √(C / n) · Σ (vote − mean) · loading, over the n of C comments that they voted on.
 * The root corrects for people with few votes, who would be near the centre otherwise.
 * @returns x and y of row 0, x and y of row 1, …
 */
export function projectVotes({ means, components: [first, second] }: Plane, votes: Votes): Float64Array {
  const positions = new Float64Array(votes.rows * 2);
  for (let row = 0; row < votes.rows; row++) {
    const scale = Math.sqrt(votes.columns / Math.max(countVotes(votes, row), 1));
    let x = 0;
    let y = 0;
    for (let i = votes.start[row] as number; i < (votes.start[row + 1] as number); i++) {
      const c = votes.column[i] as number;
      const deviation = (votes.value[i] as number) - (means[c] as number);
      x += deviation * (first[c] as number);
      y += deviation * (second[c] as number);
    }
    positions[row * 2] = scale * x;
    positions[row * 2 + 1] = scale * y;
  }
  return positions;
}
