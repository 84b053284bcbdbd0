import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { Checked } from "@/lib/moderation/checks/check";
import { checks, type Setting } from "@/lib/moderation/checks/check.rules";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  areaId: z.string(),
  publishedBefore: z.number(),
  sentLately: z.number(),
  sameWords: z.number(),
  settings: z.array(z.object({ check: z.string(), isOn: z.boolean(), tuning: z.record(z.string(), z.number()) })),
});

export type CheckedPlace = {
  commentId: string;
  participantId: string;
  strategyId: string;
  sameText: Uint8Array<ArrayBuffer>;
};

/** Whose reps decide, how the strategy's checks are set, and what they look at beside the text. */
export type Around = { areaId: string; settings: Setting[]; around: Omit<Checked, "text"> };

/** That, found in one statement. The comment itself need not be there yet. */
export async function findAround(tx: Tx, place: CheckedPlace): Promise<Around> {
  const [found] = await tx.$queryRaw<{ around: unknown }[]>`SELECT ${aroundSql(place)} AS around`;
  return readAround(found?.around);
}

/** The same, as one value of a larger statement, for `readAround`. */
export const aroundSql = ({ commentId, participantId, strategyId, sameText }: CheckedPlace): Prisma.Sql => Prisma.sql`
    (SELECT jsonb_build_object('areaId', "leadBodyId", 'publishedBefore',
      (SELECT count(*)::int FROM (SELECT FROM comments before
        WHERE before."participantId" = ${participantId} AND before.state = 'published' LIMIT 10) few), 'sentLately',
      (SELECT 1 + count(*)::int FROM (SELECT FROM comments lately
        WHERE lately."participantId" = ${participantId} AND lately.id <> ${commentId} AND lately."createdAt" > (now() AT TIME ZONE 'UTC') - interval '1 hour'
        LIMIT 100) few), 'sameWords',
      (SELECT count(*)::int FROM (SELECT FROM cases
        WHERE cases."strategyId" = strategies.id AND "sameText" = ${sameText} AND "commentId" <> ${commentId} LIMIT 100) few), 'settings',
      (SELECT coalesce(json_agg(json_build_object('check', "check", 'isOn', "isOn", 'tuning', tuning)), '[]')
        FROM check_settings WHERE check_settings."strategyId" = strategies.id))
    FROM strategies WHERE strategies.id = ${strategyId})`;

export function readAround(value: unknown): Around {
  const { areaId, settings, ...around } = row.parse(value);
  return { areaId, settings, around };
}

/** How a check is set for a strategy. `tuned`: the figures that somebody changed. */
export type CheckView = {
  name: string;
  words: string;
  isOn: boolean;
  tuning: Record<string, number>;
  tuned: Record<string, number>;
};

/** All checks in their order, as they are set for a strategy. @throws NotFound (no such strategy) */
export async function listChecks(strategyId: string): Promise<CheckView[]> {
  if (!(await db().strategy.findUnique({ where: { id: strategyId }, select: { id: true } })))
    throw new NotFound("There is no such strategy.");
  const settings = await db().checkSetting.findMany({ where: { strategyId } });
  return checks.map(({ name, words, tuning }) => {
    const setting = settings.find(({ check }) => check === name);
    const tuned = z.record(z.string(), z.number()).parse(setting?.tuning ?? {});
    return { name, words, isOn: setting?.isOn ?? true, tuning: { ...tuning, ...tuned }, tuned };
  });
}
