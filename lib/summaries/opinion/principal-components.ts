import { seededRandom } from "./seeded-random";
import { tridiagonalEigenvectors } from "./tridiagonal-eigenvectors";
import type { Votes } from "./vote-matrix";

/** Enough for the two greatest components to converge on real votes; exact if there are fewer comments. */
const maxSteps = 60;
/** After each so many steps it is checked whether both have converged. */
const stepsBetweenChecks = 8;
/** The greatest error of a component, in relation to the greatest eigenvalue, at which it counts as converged. */
const tolerance = 1e-13;

/**
 * The first two principal components of centred votes, by Lanczos' method with full reorthogonalisation (Golub and Van
 * Loan, Matrix Computations, 10.1) on the scatter matrix of the comments. The matrix is never built: a missing vote is
 * replaced by its comment's mean, which is 0 once centred, so only votes that were cast are read. The start vector comes
 * from a fixed seed, and the sign makes the loading of greatest size positive.
 * @param deviations each vote less its comment's mean, in the order of votes.column
 * @returns two unit vectors with one loading for each comment; zero vectors if there is no such direction
 */
export function principalComponents(votes: Votes, deviations: Float64Array): [Float64Array, Float64Array] {
  const { basis, diagonal, links } = lanczos(votes, deviations, Math.min(maxSteps, votes.columns));
  const { values, vectors } = tridiagonalEigenvectors(diagonal, links);
  const component = (rank: number) => {
    const sum = new Float64Array(votes.columns);
    const value = values[rank] ?? 0;
    if (value <= 1e-9 * (values[0] ?? 0)) return sum;
    basis.forEach((vector, i) => {
      addTimes(sum, vector, vectors[rank]?.[i] as number);
    });
    return normaliseSign(sum);
  };
  return [component(0), component(1)];
}

function lanczos(votes: Votes, deviations: Float64Array, size: number) {
  const random = seededRandom(1);
  const diagonal: number[] = [];
  const links: number[] = [];
  const basis: Float64Array[] = [];
  let next = unit(Float64Array.from({ length: votes.columns }, () => random() - 0.5));
  while (basis.length < size) {
    basis.push(next);
    const image = scatterTimes(votes, deviations, next);
    diagonal.push(dot(image, next));
    const residual = withoutBasis(image, basis);
    let link = Math.sqrt(dot(residual, residual));
    if (link < 1e-10) {
      // An invariant subspace: continue from a new direction, to find a second equal eigenvalue too.
      link = 0;
      next = unit(
        withoutBasis(
          Float64Array.from(residual, () => random() - 0.5),
          basis,
        ),
      );
    } else next = residual.map((x) => x / link);
    links.push(link);
    if (link > 0 && basis.length % stepsBetweenChecks === 0 && hasConverged(diagonal, links)) break;
  }
  return { basis, diagonal, links };
}

/**
 * Whether further steps would no longer change the two greatest components: the error of an eigenvector is bounded by the
 * link to the next step times the vector's last entry (Parlett, The Symmetric Eigenvalue Problem, 13.2).
 */
function hasConverged(diagonal: readonly number[], links: readonly number[]): boolean {
  const { values, vectors } = tridiagonalEigenvectors(diagonal, links);
  const limit = tolerance * (values[0] as number);
  return [0, 1].every((rank) => Math.abs((links.at(-1) as number) * (vectors[rank]?.at(-1) as number)) <= limit);
}

/** XᵀX times a vector, X the centred votes. */
function scatterTimes({ rows, start, column }: Votes, deviations: Float64Array, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length);
  for (let row = 0; row < rows; row++) {
    const to = start[row + 1] as number;
    let sum = 0;
    for (let i = start[row] as number; i < to; i++) {
      sum += (deviations[i] as number) * (vector[column[i] as number] as number);
    }
    for (let i = start[row] as number; i < to; i++) {
      const c = column[i] as number;
      product[c] = (product[c] as number) + (deviations[i] as number) * sum;
    }
  }
  return product;
}

/** Orthogonalised twice, because once leaves rounding errors that grow with each step. */
function withoutBasis(vector: Float64Array, basis: Float64Array[]): Float64Array {
  const residual = vector.slice();
  for (let time = 0; time < 2; time++) for (const other of basis) addTimes(residual, other, -dot(residual, other));
  return residual;
}

function addTimes(sum: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + factor * (vector[i] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((x) => x / length);
}

function normaliseSign(vector: Float64Array): Float64Array {
  let greatest = 0;
  for (const x of vector) if (Math.abs(x) > Math.abs(greatest) + 1e-9) greatest = x;
  return greatest < 0 ? vector.map((x) => -x) : vector;
}
