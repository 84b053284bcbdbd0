import { z } from "zod";
import { db } from "@/lib/database/client";
import { dateOfDay, isoDay, startOfWeek } from "@/lib/dates";
import { hiddenPhases } from "@/lib/strategies/strategy.rules";
import { jobCountYear } from "@/lib/summaries/coverage.queries";
import type { EnglandFacts } from "@/lib/summaries/england/england.rules";
import { storedCells } from "@/lib/summaries/releases/release.schema";
import { anyThemeKey, totalKey } from "@/lib/summaries/releases/release-table.rules";
import { noPlace } from "@/lib/summaries/scope.rules";
import { firstShownWeek, weekOf } from "@/lib/summaries/week.rules";
import { AnswerSourceKind, Phase } from "@/prisma/generated/enums";

const count = z.int().min(0);
const msPerWeek = 7 * 86_400_000;
const reactions = z.object({ agrees: count, disagrees: count, passes: count }).nullable();

/**
 * What the page about England counts, in six statements. People are as their release shows them; everything else is as
 * of the newest edition of each strategy, and of what bodies and unions have published.
 */
export async function getEnglandFacts(now = new Date()): Promise<EnglandFacts> {
  const [areas, strategies, themes, answers, responses, periods] = await Promise.all([
    listAreas(),
    listCountedStrategies(),
    listThemeTallies(),
    listAnswerTimes(),
    listResponses(),
    listPeriods(dateOfDay(firstShownWeek(weekOf(now)))),
  ]);
  return { areas, strategies, themes, answers, responses, ...periods };
}

const areaRows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    jobs: count.nullable(),
    number: z.int().nullable(),
    madeAt: z.date().nullable(),
    cells: storedCells.nullable(),
    reactions,
  }),
);

/** Only the cells of a release that are of all themes and districts: what it shows of the sector groups. */
async function listAreas(): Promise<EnglandFacts["areas"]> {
  const rows = areaRows.parse(
    await db().$queryRaw`
      SELECT b.id, b.name, j.jobs, r.number, r."madeAt",
        (SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(r.cells) c
          WHERE c->>0 = ${anyThemeKey} AND c->>2 = ${totalKey}) AS cells,
        (SELECT jsonb_build_object('agrees', sum((g->>'agrees')::int), 'disagrees', sum((g->>'disagrees')::int),
            'passes', sum((g->>'passes')::int))
          FROM summary_parts p, jsonb_array_elements(p.content->'groups') g
          WHERE p."lepId" = b.id AND p.part = 'counts' AND g->>'by' = 'all' HAVING count(*) > 0) AS reactions
      FROM bodies b
      LEFT JOIN (
        SELECT "areaId", sum(employment)::int AS jobs FROM job_counts
        WHERE year = ${jobCountYear} AND length("sectorId") = 1 GROUP BY 1
      ) j ON j."areaId" = b.id
      LEFT JOIN LATERAL (
        SELECT number, "madeAt", cells FROM releases WHERE "lepId" = b.id ORDER BY number DESC LIMIT 1
      ) r ON true
      WHERE b."isCounted" ORDER BY b.name`,
  );
  return rows.map(({ number, madeAt, cells, ...area }) => ({
    ...area,
    release: number === null || !madeAt ? null : { number, day: isoDay(madeAt), cells: cells ?? [] },
  }));
}

const strategyRows = z.array(
  z.object({
    id: z.string(),
    areaName: z.string(),
    phase: z.enum(Phase),
    closesAt: z.date().nullable(),
    hasClosedAnswers: z.boolean(),
    regions: z.array(z.string()),
    lepIds: z.array(z.string()),
    comments: count,
    noPlace: count,
    reactions,
  }),
);

/** The strategies that people see, with the bodies under which their comments count: see countedUnderFilter. */
async function listCountedStrategies(): Promise<EnglandFacts["strategies"]> {
  return strategyRows.parse(
    await db().$queryRaw`
      SELECT s.id, s."areaName", s.phase, s."closesAt", b.regions,
        EXISTS (SELECT FROM answers_closures WHERE "strategyId" = s.id) AS "hasClosedAnswers",
        ARRAY(
          SELECT t."bodyId" FROM strategy_bodies t JOIN bodies o ON o.id = t."bodyId" AND o."isCounted" WHERE t."strategyId" = s.id
          UNION SELECT b.id WHERE b."isCounted"
            AND (NOT b."hasMayor" OR NOT EXISTS (SELECT FROM strategy_bodies WHERE "strategyId" = s.id))
        ) AS "lepIds",
        coalesce(n.comments, 0)::int AS comments, coalesce(n."noPlace", 0)::int AS "noPlace",
        (SELECT jsonb_build_object('agrees', g->'agrees', 'disagrees', g->'disagrees', 'passes', g->'passes')
          FROM summary_parts p, jsonb_array_elements(p.content->'groups') g
          WHERE p."strategyId" = s.id AND p."lepId" = '' AND p.part = 'counts' AND g->>'by' = 'all' LIMIT 1) AS reactions
      FROM strategies s JOIN bodies b ON b.id = s."leadBodyId"
      LEFT JOIN (
        SELECT "strategyId", sum(comments) AS comments, sum(comments) FILTER (WHERE "lepId" = ${noPlace}) AS "noPlace"
        FROM tallies WHERE dimension = 'all' GROUP BY 1
      ) n ON n."strategyId" = s.id
      WHERE NOT s.phase::text = ANY (${hiddenPhases}) ORDER BY s."areaName"`,
  );
}

const themeRows = z.array(
  z.object({
    strategyId: z.string(),
    lepId: z.string(),
    id: z.string(),
    name: z.string(),
    comments: count,
    isAnswered: z.boolean(),
  }),
);

async function listThemeTallies(): Promise<EnglandFacts["themes"]> {
  return themeRows.parse(
    await db().$queryRaw`
      SELECT t."strategyId", t."lepId", t.key AS id, h.name, t.comments, a.id IS NOT NULL AS "isAnswered"
      FROM tallies t JOIN strategies s ON s.id = t."strategyId" AND NOT s.phase::text = ANY (${hiddenPhases})
      JOIN themes h ON h.id = t.key
      LEFT JOIN answers a ON a."strategyId" = t."strategyId" AND a."sourceKind" = 'theme' AND a."sourceId" = t.key
        AND a."publishedRevision" IS NOT NULL
      WHERE t.dimension = 'theme' AND t.comments > 0 ORDER BY h.position, t."strategyId", t."lepId"`,
  );
}

const answerRows = z.array(
  z.object({ kind: z.enum(AnswerSourceKind), answeredAt: z.date(), since: z.date().nullable() }),
);

/**
 * The weeks from the first thread on a theme, from the thread or from the union's response to the first answer to it, null
 * where the thread has gone.
 */
async function listAnswerTimes(): Promise<EnglandFacts["answers"]> {
  const rows = answerRows.parse(
    await db().$queryRaw`
      SELECT a."sourceKind" AS kind, min(r."publishedAt") AS "answeredAt",
        CASE a."sourceKind"
          WHEN 'theme' THEN (SELECT min(week) FROM listed_threads
            WHERE "strategyId" = a."strategyId" AND key = 'theme:' || a."sourceId")::timestamp
          WHEN 'thread' THEN (SELECT week FROM threads WHERE id = a."sourceId")::timestamp
          ELSE (SELECT min("publishedAt") FROM response_revisions WHERE "responseId" = a."sourceId")
        END AS since
      FROM answers a JOIN answer_revisions r ON r."answerId" = a.id AND r."publishedAt" IS NOT NULL
      JOIN strategies s ON s.id = a."strategyId" AND NOT s.phase::text = ANY (${hiddenPhases})
      WHERE a."publishedRevision" IS NOT NULL GROUP BY a.id`,
  );
  const weeksBetween = (from: Date, to: Date) =>
    Math.max(0, Math.round((startOfWeek(to).getTime() - startOfWeek(from).getTime()) / msPerWeek));
  return rows.map(({ kind, answeredAt, since }) => ({ kind, weeks: since && weeksBetween(since, answeredAt) }));
}

const responseRows = z.array(z.object({ strategyId: z.string(), tookPart: count, isAnswered: z.boolean() }));

async function listResponses(): Promise<EnglandFacts["responses"]> {
  return responseRows.parse(
    await db().$queryRaw`
      SELECT c."strategyId", r."tookPart", a.id IS NOT NULL AS "isAnswered"
      FROM collective_responses c JOIN response_revisions r ON r."responseId" = c.id AND r.number = c.revision
      JOIN strategies s ON s.id = c."strategyId" AND NOT s.phase::text = ANY (${hiddenPhases})
      LEFT JOIN answers a ON a."strategyId" = c."strategyId" AND a."sourceKind" = 'response' AND a."sourceId" = c.id
        AND a."publishedRevision" IS NOT NULL
      WHERE c.revision > 0`,
  );
}

const periodRows = z.array(
  z.object({ isRelease: z.boolean(), number: z.int().nullable(), at: z.date(), first: count, second: count }),
);

/** New comments and replies in the editions of each week since this one, and the areas in each release. */
async function listPeriods(since: Date): Promise<Pick<EnglandFacts, "weeks" | "releases">> {
  const rows = periodRows.parse(
    await db().$queryRaw`
      SELECT false AS "isRelease", NULL::int AS number,
        date_trunc('week', e."madeAt" AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London') AS at,
        sum(e.comments)::int AS first, sum(e.replies)::int AS second
      FROM editions e JOIN strategies s ON s.id = e."strategyId" AND NOT s.phase::text = ANY (${hiddenPhases})
      WHERE e."madeAt" >= ${since} GROUP BY 3
      UNION ALL
      SELECT true, number, min("madeAt"), count(*)::int, 0 FROM releases GROUP BY number
      ORDER BY 1, 3`,
  );
  return {
    weeks: rows.flatMap(({ isRelease, at, first: comments, second: replies }) =>
      isRelease ? [] : [{ week: isoDay(at), comments, replies }],
    ),
    releases: rows.flatMap(({ number, at, first: areas }) =>
      number === null ? [] : [{ number, day: isoDay(at), areas }],
    ),
  };
}
