import { createHash } from "node:crypto";
import type { Sort } from "@/lib/comments/threads/thread-list.schema";

/**
 * Where a list goes on: what the last one shown was sorted by, and its id. A shuffled list keeps the day that it was
 * shuffled on, and whether it has come round to the beginning, so that midnight changes nothing for who reads on.
 */
export type ListCursor =
  | { sort: "newest"; week: Date; id: string }
  | { sort: "supported" | "discussed"; figure: number; id: string }
  | { sort: "shuffled"; day: string; isRound: boolean; id: string };

const shapes: Record<Sort, RegExp> = {
  newest: /^(\d{4}-\d{2}-\d{2})\.([A-Za-z0-9_-]{1,64})$/,
  supported: /^(\d(?:\.\d{1,25})?(?:e-\d{1,2})?)\.([A-Za-z0-9_-]{1,64})$/,
  discussed: /^(\d{1,9})\.([A-Za-z0-9_-]{1,64})$/,
  shuffled: /^(\d{4}-\d{2}-\d{2}[ab])\.([A-Za-z0-9_-]{1,64})$/,
};

/** The cursor of a text, or null when it is none of this sort's. */
export function cursorOf(sort: Sort, text: string): ListCursor | null {
  const [, key = "", id = ""] = shapes[sort].exec(text) ?? [];
  if (!id) return null;
  if (sort === "supported" || sort === "discussed") return { sort, figure: Number(key), id };
  const day = key.slice(0, 10);
  const week = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(week.getTime())) return null;
  return sort === "newest" ? { sort, week, id } : { sort, day, isRound: key.endsWith("b"), id };
}

export function cursorTextOf(cursor: ListCursor): string {
  if (cursor.sort === "newest") return `${cursor.week.toISOString().slice(0, 10)}.${cursor.id}`;
  if (cursor.sort === "shuffled") return `${cursor.day}${cursor.isRound ? "b" : "a"}.${cursor.id}`;
  return `${cursor.figure}.${cursor.id}`;
}

/**
 * The id at which a day's shuffle begins. Ids are random, so their order is a shuffle already; each day it begins
 * elsewhere and goes round, so that over the days every thread is as often first as any other.
 * @param day YYYY-MM-DD, UTC
 */
export const shuffleStart = (day: string) =>
  createHash("sha256").update(`shuffle ${day}`).digest("base64url").slice(0, 22);

// Stand in a database's answer for where a found word begins and ends; no keyboard types them.
export const foundFrom = "\uE000";
export const foundTo = "\uE001";
/** Stands for "<". */
export const lessThan = "\uE002";

export type Piece = { text: string; isMarked: boolean };

/** A found text in pieces: the words that were searched for, and those between. */
export function piecesOf(marked: string): Piece[] {
  return marked
    .replaceAll(lessThan, "<")
    .split(foundFrom)
    .flatMap((part, at) => {
      const [found = "", ...rest] = at === 0 ? ["", part] : part.split(foundTo);
      return [
        { text: found, isMarked: true },
        { text: rest.join(""), isMarked: false },
      ];
    })
    .filter(({ text }) => text !== "");
}
