/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix, by implicit QL steps (Bowdler, Martin, Reinsch and
 * Wilkinson, 1968: tql2 of EISPACK).
 * @param diagonal n numbers
 * @param links the n − 1 numbers beside the diagonal
 * @returns eigenvalues, greatest first, and their unit eigenvectors
 */
export function tridiagonalEigenvectors(diagonal: readonly number[], links: readonly number[]) {
  const size = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(size);
  e.set(links.slice(0, size - 1));
  const vectors = Array.from({ length: size }, (_, i) => new Float64Array(size).fill(1, i, i + 1));
  for (let low = 0; low < size; low++) {
    for (let high = findSplit(d, e, low); high !== low; high = findSplit(d, e, low)) qlStep(d, e, vectors, low, high);
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => (d[j] as number) - (d[i] as number));
  return { values: order.map((i) => d[i] as number), vectors: order.map((i) => vectors[i] as Float64Array) };
}

function findSplit(d: Float64Array, e: Float64Array, low: number): number {
  let m = low;
  while (m < d.length - 1) {
    const scale = Math.abs(d[m] as number) + Math.abs(d[m + 1] as number);
    if (Math.abs(e[m] as number) <= Number.EPSILON * scale || e[m] === 0) break;
    m++;
  }
  return m;
}

function qlStep(d: Float64Array, e: Float64Array, vectors: Float64Array[], low: number, high: number): void {
  let g = ((d[low + 1] as number) - (d[low] as number)) / (2 * (e[low] as number));
  const root = Math.sqrt(g * g + 1);
  g = (d[high] as number) - (d[low] as number) + (e[low] as number) / (g + (g < 0 ? -root : root));
  let [sin, cos, p] = [1, 1, 0];
  for (let i = high - 1; i >= low; i--) {
    const f = sin * (e[i] as number);
    const b = cos * (e[i] as number);
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      e[high] = 0;
      return;
    }
    sin = f / r;
    cos = g / r;
    g = (d[i + 1] as number) - p;
    const t = ((d[i] as number) - g) * sin + 2 * cos * b;
    p = sin * t;
    d[i + 1] = g + p;
    g = cos * t - b;
    rotate(vectors[i] as Float64Array, vectors[i + 1] as Float64Array, cos, sin);
  }
  d[low] = (d[low] as number) - p;
  e[low] = g;
  e[high] = 0;
}

function rotate(a: Float64Array, b: Float64Array, cos: number, sin: number): void {
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k] as number, b[k] as number];
    b[k] = sin * x + cos * y;
    a[k] = cos * x - sin * y;
  }
}
