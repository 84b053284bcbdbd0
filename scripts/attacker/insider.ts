import { countInterval } from "./count-interval";
import type { Method } from "./release-parser";

/**
 * What the figure of a cell tells a person who knows all others in it, and asks whether one more is there: the chance that
 * it proves it either way. others: how many they know. A figure proves presence if the others alone could not give it,
 * absence if one more could not. Nothing is random here: the method says how likely each noise is.
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
