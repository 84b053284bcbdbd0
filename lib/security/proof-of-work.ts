import { createChallenge, verifySolution } from "altcha-lib/v1";
import { z } from "zod";
import { ProofOfWorkRequired } from "@/lib/errors";
import { keyedHash } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";

// A puzzle that costs a browser a second or two of work: required only where the sender may be a script. Nothing is
// stored until it is solved.

/** The solution is a number below this: on average half as many attempts, a few seconds on a slow phone. */
const maxNumber = 60_000;
const puzzleLifetime = 10 * 60_000;

export type Puzzle = { algorithm: string; challenge: string; salt: string; signature: string; maxnumber: number };

const puzzleKey = () => Buffer.from(keyedHash("puzzle", "key")).toString("hex");

/** A new puzzle, signed by us. */
export async function makePuzzle(now = new Date()): Promise<Puzzle> {
  const expires = new Date(now.getTime() + puzzleLifetime);
  const created = await createChallenge({ algorithm: "SHA-256", hmacKey: puzzleKey(), maxnumber: maxNumber, expires });
  return { ...created, maxnumber: maxNumber };
}

const solution = z.object({
  algorithm: z.literal("SHA-256"),
  challenge: z.string().max(200),
  salt: z.string().max(200),
  signature: z.string().max(200),
  number: z.number().int().min(0).max(maxNumber),
});

/** Whether this solves one of our puzzles, in time and for the first time. @param text as the script sends it */
export async function isPuzzleSolved(text: string): Promise<boolean> {
  if (text.length > 1_000) return false;
  const parsed = solution.safeParse(decodeSolution(text));
  if (!parsed.success || !(await verifySolution(parsed.data, puzzleKey()))) return false;
  return isWithinLimit("puzzle", parsed.data.challenge); // however the same solution is encoded
}

/**
 * @param text the solution as the script sends it, or ""
 * @throws ProofOfWorkRequired unless it solves one of our puzzles
 */
export async function requireProofOfWork(text: string): Promise<void> {
  if (!(text && (await isPuzzleSolved(text)))) throw new ProofOfWorkRequired();
}

function decodeSolution(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    return null;
  }
}
