import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import type { Puzzle } from "@/lib/security/proof-of-work";

/** Solves a puzzle as browser/proof-of-work.ts does. */
export async function solvePuzzle(challenge: Puzzle) {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("The puzzle has no solution.");
  return { challenge, solution };
}

/** A solved puzzle as a form sends it. */
export const encodeSolution = (solved: object): string => Buffer.from(JSON.stringify(solved)).toString("base64");
