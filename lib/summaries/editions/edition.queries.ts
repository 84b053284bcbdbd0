import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import { suppressCount } from "@/lib/moderation/decisions/transparency.rules";
import type { EditionFacts } from "@/lib/summaries/editions/edition.rules";

const facts = z.array(
  z.object({
    strategyId: z.string(),
    phase: z.enum(["reference", "draft", "checked", "open", "closed", "archived"]),
    lastMadeAt: z.date().nullable(),
    readyPeople: z.int(),
    lastReadyAt: z.date().nullable(),
    hasChanges: z.boolean(),
  }),
);

/**
 * What decides whether an edition of each strategy is due, in the order of their ids.
 * @param withChanges whether to find out if the next edition would differ from the newest; false otherwise
 */
export async function listEditionFacts(withChanges: boolean): Promise<(EditionFacts & { strategyId: string })[]> {
  return facts.parse(
    await db().$queryRaw`
      SELECT s.id AS "strategyId", s.phase, e."madeAt" AS "lastMadeAt", coalesce(r.people, 0)::int AS "readyPeople",
        r.last AS "lastReadyAt",
        CASE WHEN ${withChanges} THEN s.phase IN ('open', 'closed', 'archived') AND (e.number IS NULL OR r.people IS NOT NULL
          OR e.total <> (SELECT count(*) FROM comments WHERE "strategyId" = s.id AND state = 'published')
          OR EXISTS (SELECT FROM comments WHERE "strategyId" = s.id AND "createdAt" > e."madeAt")
          OR EXISTS (SELECT FROM decisions d WHERE d."chainId" = s."leadBodyId" AND d."decidedAt" > e."madeAt")
          OR EXISTS (SELECT FROM participants WHERE "strategyId" = s.id AND "leavesAtEdition" IS NOT NULL)
          OR EXISTS (SELECT FROM reactions v JOIN comments c ON c.id = v."commentId"
            WHERE c."strategyId" = s.id AND c.state = 'published' AND v.counted IS DISTINCT FROM v.value)
          OR EXISTS (SELECT FROM location_corrections l JOIN comments c ON c.id = l."commentId" WHERE c."strategyId" = s.id))
        ELSE false END AS "hasChanges"
      FROM strategies s
      LEFT JOIN LATERAL (
        SELECT number, "madeAt", total FROM editions WHERE "strategyId" = s.id ORDER BY number DESC LIMIT 1
      ) e ON true
      LEFT JOIN (
        SELECT "strategyId", count(DISTINCT "participantId") AS people, max("readyAt") AS last FROM comments
        WHERE state = 'ready' GROUP BY 1
      ) r ON r."strategyId" = s.id
      ORDER BY s.id`,
  );
}

/** Number and total of a strategy's newest edition; zeros before the first. */
export async function getNewestEdition(tx: Tx, strategyId: string): Promise<{ number: number; total: number }> {
  const row = await tx.edition.findFirst({
    where: { strategyId },
    orderBy: { number: "desc" },
    select: { number: true, total: true },
  });
  return row ?? { number: 0, total: 0 };
}

/** The number of published comments and replies, and the hash of an edition's contents: see docs/editions.md. */
export async function hashContents(
  tx: Tx,
  strategyId: string,
): Promise<{ total: number; hash: Uint8Array<ArrayBuffer> }> {
  const [row] = await tx.$queryRaw<{ total: number; hash: Uint8Array<ArrayBuffer> }[]>`
    SELECT count(*)::int AS total, sha256(convert_to(coalesce(string_agg(line, '' ORDER BY id COLLATE "C"), ''), 'UTF8')) AS hash
    FROM (
      SELECT id, concat_ws(' ', id, week, coalesce(stance::text, '-'), agrees, disagrees, passes,
        encode(sha256(convert_to(text, 'UTF8')), 'hex')) || E'\n' AS line
      FROM comments WHERE "strategyId" = ${strategyId} AND state = 'published'
    ) lines`;
  if (!row) throw new Error("An aggregate without a row.");
  return { ...row, hash: new Uint8Array(row.hash) };
}

/** The key of all comments of a strategy among those of its LEPs. */
const everywhere = "*";

/**
 * The comments that wait for a rep, by LEP ("" for none, "*" for all), to the nearest 5; LEPs with fewer than 5 are left
 * out.
 */
export async function countWaitingComments(tx: Tx, strategyId: string): Promise<Record<string, number>> {
  const rows = await tx.comment.groupBy({ by: ["lepId"], where: { strategyId, state: "held" }, _count: true });
  const all = rows.reduce((sum, { _count }) => sum + _count, 0);
  const counts = [...rows.map(({ lepId, _count }) => [lepId ?? "", _count] as const), [everywhere, all] as const];
  return Object.fromEntries(
    counts.flatMap(([lepId, exact]) => {
      const count = suppressCount(exact);
      return count === null ? [] : [[lepId, count]];
    }),
  );
}

const waiting = z.array(z.object({ strategyId: z.string(), waiting: z.record(z.string(), z.int()) }));

/**
 * The comments that waited for a rep when the newest edition was made, by strategy; null for fewer than 5.
 * @param lepId null for all of a strategy
 */
export async function listWaitingCounts(lepId: string | null): Promise<Map<string, number | null>> {
  const rows = waiting.parse(
    await db().$queryRaw`
      SELECT s.id AS "strategyId", e.waiting FROM strategies s CROSS JOIN LATERAL (
        SELECT waiting FROM editions WHERE "strategyId" = s.id ORDER BY number DESC LIMIT 1
      ) e`,
  );
  return new Map(rows.map((row) => [row.strategyId, row.waiting[lepId ?? everywhere] ?? null]));
}

const editionsPerPage = 50;

/** An edition in numbers; `hash` in hexadecimal. */
export type EditionView = {
  number: number;
  madeAt: Date;
  comments: number;
  replies: number;
  reactions: number;
  left: number;
  total: number;
  hash: string;
};

/**
 * The editions of a strategy, newest first.
 * @param before only those with a smaller number; null for the newest
 * @returns `next`: the `before` of the following page; null on the last
 */
export async function listEditions(
  strategyId: string,
  before: number | null,
): Promise<{ items: EditionView[]; next: number | null }> {
  const rows = await db().edition.findMany({
    where: { strategyId, ...(before !== null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: editionsPerPage + 1,
    omit: { strategyId: true, waiting: true },
  });
  const items = rows
    .slice(0, editionsPerPage)
    .map(({ hash, ...edition }) => ({ ...edition, hash: Buffer.from(hash).toString("hex") }));
  return { items, next: rows.length > editionsPerPage ? (items.at(-1)?.number ?? null) : null };
}
