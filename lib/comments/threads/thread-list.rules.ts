import { createHash } from "node:crypto";
import type { ThreadSort } from "@/lib/comments/threads/thread-list.schema";

/**
 * A cursor: sort key and id of the last thread shown. That of a shuffled list has the day of the shuffle, and whether
 * the list has wrapped round to the first id, so that the order does not change at midnight while somebody reads.
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

/** The cursor of a text; null when the text is no cursor of this sort. */
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
 * The id at which a day's shuffle begins. Ids are random, so their order is a shuffle already; it begins at another id
 * each day, so that all threads come first equally often.
 * @param day YYYY-MM-DD, UTC
 */
export const dailyShuffleStart = (day: string) =>
  createHash("sha256").update(`shuffle ${day}`).digest("base64url").slice(0, 22);
