import { countInterval } from "./count-interval";
import type { Method } from "./release-parser";

/**
 * The probability that a cell's figure proves the presence, or the absence, of one more person to an insider who knows
 * all others in the cell. A figure proves presence if the others alone could not give it, and absence if one more could
 * not. It is computed exactly from the probabilities of the noise.
 * @param others the number of people that the insider knows
 */
export function insiderKnowledge(others: number, method: Method): { presence: number; absence: number } {
  const isPossible = (figure: number | null, people: number) => {
    if (figure === null) return people < method.threshold - Math.min(0, ...method.noise.map(([noise]) => noise));
    const [low, high] = countInterval(figure, method);
    return people >= low && people <= high;
  };
  const chance = (people: number, other: number) =>
    method.noise
      .filter(([noise]) => !isPossible(figureOf(people, noise, method), other))
      .reduce((sum, [, tenths]) => sum + tenths / 10, 0);
  return { presence: chance(others + 1, others), absence: chance(others, others + 1) };
}

function figureOf(people: number, noise: number, { threshold, base }: Method): number | null {
  if (people < threshold || people + noise < threshold) return null;
  return Math.round((people + noise) / base) * base;
}
