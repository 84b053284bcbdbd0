import { createHash } from "node:crypto";
import type { ThreadSort } from "@/lib/comments/threads/thread-list.schema";

/**
 * Where a list goes on: what the last one shown was sorted by, and its id. A shuffled list keeps the day that it was
 * shuffled on, and whether it has come round to the beginning, so that midnight changes nothing for who reads on.
 */
export type ListCursor =
  | { sort: "newest"; week: Date; id: string }
  | { sort: "supported" | "discussed"; value: number; id: string }
  | { sort: "shuffled"; day: string; hasWrapped: boolean; id: string };

const cursorPatterns: Record<ThreadSort, RegExp> = {
  newest: /^(\d{4}-\d{2}-\d{2})\.([A-Za-z0-9_-]{1,64})$/,
  supported: /^(\d(?:\.\d{1,25})?(?:e-\d{1,2})?)\.([A-Za-z0-9_-]{1,64})$/,
  discussed: /^(\d{1,9})\.([A-Za-z0-9_-]{1,64})$/,
  shuffled: /^(\d{4}-\d{2}-\d{2}[ab])\.([A-Za-z0-9_-]{1,64})$/,
};

/** The cursor of a text, or null when it is none of this sort's. */
export function parseListCursor(sort: ThreadSort, text: string): ListCursor | null {
  const [, key = "", id = ""] = cursorPatterns[sort].exec(text) ?? [];
  if (!id) return null;
  if (sort === "supported" || sort === "discussed") return { sort, value: Number(key), id };
  const day = key.slice(0, 10);
  const week = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(week.getTime())) return null;
  return sort === "newest" ? { sort, week, id } : { sort, day, hasWrapped: key.endsWith("b"), id };
}

export function formatListCursor(cursor: ListCursor): string {
  if (cursor.sort === "newest") return `${cursor.week.toISOString().slice(0, 10)}.${cursor.id}`;
  if (cursor.sort === "shuffled") return `${cursor.day}${cursor.hasWrapped ? "b" : "a"}.${cursor.id}`;
  return `${cursor.value}.${cursor.id}`;
}

/**
 * The id at which a day's shuffle begins. Ids are random, so their order is a shuffle already; each day it begins
 * elsewhere and goes round, so that over the days every thread is as often first as any other.
 * @param day YYYY-MM-DD, UTC
 */
export const dailyShuffleStart = (day: string) =>
  createHash("sha256").update(`shuffle ${day}`).digest("base64url").slice(0, 22);
