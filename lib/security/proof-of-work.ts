import { randomInt } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { z } from "zod";
import { ProofOfWorkRequired } from "@/lib/errors";
import { keyedHash } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";

// A puzzle that costs a browser a second or two of work: required only where the sender may be a script. Nothing is
// stored until it is solved.

const easiestSteps = 30_000; // a few seconds on a slow phone
const hardestSteps = 8 * easiestSteps;

/**
 * The most steps that a puzzle takes. They rise with how far a network is over its limit, so that the thousandth
 * invented person costs more than the hundredth.
 * @param overuse attempts of the last quarter of an hour, divided by those that are free
 */
export function puzzleSteps(overuse: number): number {
  return Math.round(Math.min(hardestSteps, easiestSteps * Math.max(1, overuse)));
}

const puzzleLifetime = 10 * 60_000;

export type Puzzle = Challenge;

const puzzleKey = () => Buffer.from(keyedHash("puzzle", "key")).toString("hex");

/** A new puzzle, signed by us. @param overuse see puzzleSteps */
export function makePuzzle(overuse = 1, now = new Date()): Promise<Puzzle> {
  const steps = puzzleSteps(overuse);
  return createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    counter: randomInt(Math.floor(steps / 2), steps),
    deriveKey,
    expiresAt: new Date(now.getTime() + puzzleLifetime),
    hmacSignatureSecret: puzzleKey(),
  });
}

const hex = z
  .string()
  .max(200)
  .regex(/^[0-9a-f]+$/);
const solvedPuzzle = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal("SHA-256"),
      nonce: hex,
      salt: hex,
      cost: z.literal(1),
      keyLength: z.int(),
      keyPrefix: hex,
      expiresAt: z.int(),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: hex }),
});

/** Whether this solves one of our puzzles, in time and for the first time. @param text as the script sends it */
export async function isPuzzleSolved(text: string): Promise<boolean> {
  if (text.length > 1_000) return false;
  const parsed = solvedPuzzle.safeParse(decodeSolution(text));
  if (!parsed.success) return false;
  const { verified } = await verifySolution({ ...parsed.data, deriveKey, hmacSignatureSecret: puzzleKey() });
  return verified && isWithinLimit("puzzle", parsed.data.challenge.signature); // however the same solution is encoded
}

/**
 * @param text the solution as the script sends it, or ""
 * @param overuse for the next puzzle, see puzzleSteps
 * @throws ProofOfWorkRequired unless it solves one of our puzzles
 */
export async function requireProofOfWork(text: string, overuse: number): Promise<void> {
  if (!(text && (await isPuzzleSolved(text)))) throw new ProofOfWorkRequired(overuse);
}

function decodeSolution(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    return null;
  }
}
