import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { CheckInput } from "@/lib/moderation/checks/check";
import { type CheckSetting, checks, normaliseText } from "@/lib/moderation/checks/check.rules";
import { findExistingParticipant, type PersonIds } from "@/lib/people/participant.queries";
import { keyedHash } from "@/lib/security/encryption";
import { Prisma } from "@/prisma/generated/client";

const checkContextRow = z.object({
  areaId: z.string(),
  publishedCount: z.number(),
  sentInLastHour: z.number(),
  duplicateCount: z.number(),
  settings: z.array(
    z.object({ check: z.string(), isEnabled: z.boolean(), thresholds: z.record(z.string(), z.number()) }),
  ),
});

export type CheckSubject = {
  commentId: string;
  participantId: string;
  strategyId: string;
  normalisedTextHash: Uint8Array<ArrayBuffer>;
};

/** The area whose reps decide, the settings of the strategy's checks, and their input apart from the text. */
export type CheckContext = { areaId: string; settings: CheckSetting[]; checkInput: Omit<CheckInput, "text"> };

/** Reads the context in one statement. The comment need not have been inserted yet. */
export async function findCheckContext(tx: Tx, subject: CheckSubject): Promise<CheckContext> {
  const [found] = await tx.$queryRaw<{ context: unknown }[]>`SELECT ${checkContextSql(subject)} AS context`;
  return parseCheckContext(found?.context);
}

/**
 * The contexts of many comments, which are sent together and may have the same text: in one statement, and in their
 * order.
 */
export async function findCheckContexts(tx: Tx, subjects: readonly CheckSubject[]): Promise<CheckContext[]> {
  const hashes = subjects.map(({ normalisedTextHash }) => Buffer.from(normalisedTextHash).toString("hex"));
  const rows = await tx.$queryRaw<{ context: unknown }[]>`
    SELECT ${checkContextSql({
      commentId: Prisma.sql`subject.comment`,
      participantId: Prisma.sql`subject.participant`,
      strategyId: Prisma.sql`subject.strategy`,
      normalisedTextHash: Prisma.sql`decode(subject.hash, 'hex')`,
    })} AS context
    FROM unnest(${subjects.map(({ commentId }) => commentId)}::text[],
      ${subjects.map(({ participantId }) => participantId)}::text[],
      ${subjects.map(({ strategyId }) => strategyId)}::text[], ${hashes}::text[])
      WITH ORDINALITY AS subject (comment, participant, strategy, hash, number) ORDER BY number`;
  const seen = new Map<string, number>();
  return rows.map(({ context }, index) => {
    const found = parseCheckContext(context);
    const hash = hashes[index] ?? "";
    const before = seen.get(hash) ?? 0;
    seen.set(hash, before + 1);
    const duplicateCount = found.checkInput.duplicateCount + before;
    return { ...found, checkInput: { ...found.checkInput, duplicateCount } };
  });
}

type SubjectSql = { [Key in keyof CheckSubject]: CheckSubject[Key] | Prisma.Sql };

/** The context as one JSON value of a larger statement; `parseCheckContext` reads it. */
export const checkContextSql = ({
  commentId,
  participantId,
  strategyId,
  normalisedTextHash,
}: SubjectSql): Prisma.Sql => Prisma.sql`
    (SELECT jsonb_build_object('areaId', "leadBodyId", 'publishedCount',
      (SELECT count(*)::int FROM (SELECT FROM comments before
        WHERE before."participantId" = ${participantId} AND before.state IN ('ready', 'published') LIMIT 10) few), 'sentInLastHour',
      (SELECT 1 + count(*)::int FROM (SELECT FROM comments lately
        WHERE lately."participantId" = ${participantId} AND lately.id <> ${commentId} AND lately."createdAt" > (now() AT TIME ZONE 'UTC') - interval '1 hour'
        LIMIT 100) few), 'duplicateCount',
      (SELECT count(*)::int FROM (SELECT FROM cases
        WHERE cases."strategyId" = strategies.id AND "normalisedTextHash" = ${normalisedTextHash} AND "commentId" <> ${commentId} LIMIT 100) few), 'settings',
      (SELECT coalesce(json_agg(json_build_object('check', "check", 'isEnabled', "isEnabled", 'thresholds', thresholds)), '[]')
        FROM check_settings WHERE check_settings."strategyId" = strategies.id))
    FROM strategies WHERE strategies.id = ${strategyId})`;

export function parseCheckContext(value: unknown): CheckContext {
  const { areaId, settings, ...checkInput } = checkContextRow.parse(value);
  return { areaId, settings, checkInput };
}

/** The settings of a check in a strategy. `overrides` are the thresholds that differ from the defaults. */
export type CheckView = {
  name: string;
  label: string;
  isEnabled: boolean;
  thresholds: Record<string, number>;
  overrides: Record<string, number>;
};

/** All checks in order, with their settings in a strategy. @throws NotFound (no such strategy) */
export async function listChecks(strategyId: string): Promise<CheckView[]> {
  if (!(await db().strategy.findUnique({ where: { id: strategyId }, select: { id: true } })))
    throw new NotFound("There is no such strategy.");
  const settings = await db().checkSetting.findMany({ where: { strategyId } });
  return checks.map(({ name, label, thresholds }) => {
    const setting = settings.find(({ check }) => check === name);
    const overrides = z.record(z.string(), z.number()).parse(setting?.thresholds ?? {});
    return {
      name,
      label,
      isEnabled: setting?.isEnabled ?? true,
      thresholds: { ...thresholds, ...overrides },
      overrides,
    };
  });
}

/** The key by which cases with the same text are found. */
export const hashNormalisedText = (text: string) => keyedHash("same-text", normaliseText(text));

/**
 * Whether everybody can read that somebody else sent the same text: a campaign, whose senders may belong together. What
 * is not published does not count: the answer would show who sent what.
 */
export async function isPublishedByOthers(person: PersonIds, strategyId: string, text: string): Promise<boolean> {
  const own = await findExistingParticipant(db(), person, strategyId);
  const found = await db().case.findMany({
    where: {
      strategyId,
      normalisedTextHash: hashNormalisedText(text),
      comment: { state: "published", participantId: { not: own?.id ?? "" } },
    },
    select: { comment: { select: { text: true } } },
    take: 20,
  });
  // a case may be about a revision that is not published
  return found.some(({ comment }) => normaliseText(comment.text) === normaliseText(text));
}
