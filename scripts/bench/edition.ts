import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { strategyId } from "@/scripts/bench/bench-database";
import { runSql } from "@/scripts/setup/run-sql";

export type EditionBench = {
  edition: string;
  comments: number;
  reactions: number;
  seconds: number;
  peakMegabytes: number;
};

/**
 * Two editions of the strategy of a bench database: the first counts everything, as after an import; the second takes in
 * a busy day, 500 comments and 10,000 reactions. Database: DATABASE_URL, with 100,000 comments.
 * The peak is that of the process so far, so run it in a process of its own.
 */
export async function benchEdition(perComment = 20): Promise<EditionBench[]> {
  const url = process.env.DATABASE_URL ?? "";
  await runSql(url, reactionsSql(perComment));
  const first = await measure("first", url);
  await runSql(url, daySql);
  return [first, await measure("daily", url)];
}

async function measure(edition: string, url: string): Promise<EditionBench> {
  const [uncounted] = await runSql(
    url,
    "SELECT count(*)::int AS reactions FROM reactions WHERE counted IS DISTINCT FROM value",
  );
  const start = performance.now();
  await makeEdition(strategyId);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const [total] = await runSql(url, "SELECT count(*)::int AS comments FROM comments WHERE state = 'published'");
  return {
    edition,
    comments: Number(total?.comments),
    reactions: Number(uncounted?.reactions),
    seconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

// each comment gets reactions of so many different people, none of them counted yet
const reactionsSql = (perComment: number) => `
  INSERT INTO reactions ("commentId", "participantId", value)
    SELECT c.id, 'p' || (c.n * 31 + r * 7) % people.of, (ARRAY['agree', 'agree', 'disagree', 'pass'])[(c.n + r) % 4 + 1]::"ReactionValue"
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM comments) c, generate_series(1, ${perComment}) r,
      (SELECT count(*) - 1 AS of FROM participants WHERE "strategyId" = '${strategyId}') people;
  ANALYZE reactions`;

const daySql = `
  UPDATE comments SET state = 'ready', "readyAt" = now(), week = NULL
    WHERE id IN (SELECT id FROM comments WHERE "isReply" ORDER BY id LIMIT 500);
  UPDATE reactions SET value = 'pass' WHERE ("commentId", "participantId") IN
    (SELECT "commentId", "participantId" FROM reactions WHERE value = 'agree' ORDER BY 1, 2 LIMIT 10000)`;
