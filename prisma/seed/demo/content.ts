import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommentState, Role, Stance } from "@/prisma/generated/enums";

export type CastPerson = {
  key: string;
  role: Role | "participant" | "visitor";
  bodyId: string | null;
  unionId: string | null;
  label: string;
  email: string | null;
  story: string;
  participantKey?: string;
};
export type CastParticipant = {
  key: string;
  strategyId: string;
  camp: number;
  districtId: string | null;
  sectorId: string | null;
};
export type DemoComment = {
  key: string;
  by: string;
  replyTo?: string;
  foundation: string;
  sectionHint: string | null;
  stance: Stance | null;
  themes: string[];
  district: string | null;
  sector: string | null;
  state: CommentState;
  weeksAgo: number;
  camps: [number, number, number];
  text: string;
  /** The spans that a rep masked or wants the author to change, in UTF-16 units. */
  redact?: [number, number][];
  spans?: [number, number][];
  reason?: string;
  toAuthor?: string;
};

type Cast = {
  people: CastPerson[];
  participants: CastParticipant[];
  reactionsSeed: { seed: string; reactShare: number; passShare: number };
};

export const demoStrategies = ["west-midlands", "greater-manchester", "cornwall-scilly"] as const;

const folder = join("prisma", "seed", "demo");
const files = new Map<string, unknown>();
/** Each file is read once. */
export function readJson(name: string): unknown {
  const known = files.get(name);
  if (known) return known;
  const content: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
  files.set(name, content);
  return content;
}

export const readCast = (): Cast => readJson("cast.json") as Cast;
export const readComments = (strategyId: string): DemoComment[] =>
  readJson(`comments/${strategyId}.json`) as DemoComment[];

/** An id that is the same in every demonstration; 22 characters, like random ids. */
export const demoId = (kind: string, key: string): string =>
  createHash("sha256").update(`demonstration:${kind}:${key}`).digest("base64url").slice(0, 22);

/** Pseudo-random numbers from 0 to 1, the same sequence for the same seed (mulberry32). */
export function seededRandom(seed: string): () => number {
  let state = createHash("sha256").update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
