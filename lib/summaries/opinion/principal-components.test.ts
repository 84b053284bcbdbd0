import { expect, test } from "vitest";
import { principalComponents } from "./principal-components";
import { seededRandom } from "./seeded-random";
import { tridiagonalEigenvectors } from "./tridiagonal-eigenvectors";
import { canonicalVotes, type Vote } from "./vote-matrix";

test("a tridiagonal matrix by hand", () => {
  // [[2, 1], [1, 2]]: (2 − λ)² = 1, so λ = 3 along (1, 1)/√2 and 1 along (1, −1)/√2.
  const { values, vectors } = tridiagonalEigenvectors([2, 2], [1]);
  expect(values[0]).toBeCloseTo(3, 12);
  expect(values[1]).toBeCloseTo(1, 12);
  expect(Math.abs(vectors[0]?.[0] as number)).toBeCloseTo(Math.SQRT1_2, 12);
  expect((vectors[1]?.[0] as number) * (vectors[1]?.[1] as number)).toBeCloseTo(-0.5, 12);
});

test("two components of votes, by hand", () => {
  // Four people, two comments: (1, 1), (1, 1), (−1, −1), (−1, −1). Means 0; scatter [[4, 4], [4, 4]]: λ = 8 along
  // (1, 1)/√2, and 0, which is no component.
  const rows: Vote[] = [1, 1, -1, -1];
  const votes = canonicalVotes({
    participants: ["a", "b", "c", "d"],
    comments: ["x", "y"],
    votes: rows.flatMap((vote, p): [number, number, Vote][] => [
      [p, 0, vote],
      [p, 1, vote],
    ]),
  });
  const [first, second] = principalComponents(votes, Float64Array.from(votes.value));
  expect([...first].map((x) => x.toFixed(9))).toEqual([Math.SQRT1_2.toFixed(9), Math.SQRT1_2.toFixed(9)]);
  expect([...second]).toEqual([0, 0]);
});

test("on more comments than steps, they agree with plain power iteration on the full scatter matrix", () => {
  const random = seededRandom(5);
  const [people, comments] = [120, 75];
  const votes = canonicalVotes({
    participants: Array.from({ length: people }, (_, i) => `p${i}`),
    comments: Array.from({ length: comments }, (_, i) => `c${i}`),
    votes: Array.from({ length: people * comments }, (_, i): [number, number, Vote] => {
      const [p, c] = [Math.floor(i / comments), i % comments];
      const lean = (p % 2 ? 1 : -1) * (c % 3 ? 1 : -1) * 0.25 + (p % 5 ? 1 : -1) * (c % 7 ? 1 : -1) * 0.15;
      return [p, c, random() < 0.5 + lean ? 1 : -1];
    }),
  });
  const deviations = Float64Array.from(votes.value);
  const scatter = Array.from({ length: comments }, () => new Float64Array(comments));
  for (let row = 0; row < people; row++) {
    for (let a = 0; a < comments; a++) {
      for (let b = 0; b < comments; b++) {
        const product = (deviations[row * comments + a] as number) * (deviations[row * comments + b] as number);
        (scatter[a] as Float64Array)[b] = (scatter[a]?.[b] as number) + product;
      }
    }
  }
  for (const component of principalComponents(votes, deviations)) {
    // The normalised image of an eigenvector is itself.
    const image = scatter.map((line) => line.reduce((sum, x, i) => sum + x * (component[i] as number), 0));
    const length = Math.hypot(...image);
    image.forEach((x, i) => {
      expect(x / length).toBeCloseTo(component[i] as number, 8);
    });
    // 500 rounds of plain iteration, then deflation, so that the next component becomes the greatest.
    let plain = Float64Array.from({ length: comments }, () => random());
    for (let round = 0; round < 500; round++) {
      const next = scatter.map((line) => line.reduce((sum, x, i) => sum + x * (plain[i] as number), 0));
      plain = Float64Array.from(next, (x) => x / Math.hypot(...next));
    }
    const cosine = plain.reduce((sum, x, i) => sum + x * (component[i] as number), 0);
    expect(Math.abs(cosine)).toBeCloseTo(1, 8);
    scatter.forEach((line, a) => {
      line.forEach((x, b) => {
        line[b] = x - length * (component[a] as number) * (component[b] as number);
      });
    });
  }
});
