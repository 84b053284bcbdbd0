import { randomInt } from "node:crypto";
import { lepOf } from "@/lib/comments/comment.rules";
import type { PolisComment, PolisVote } from "@/lib/comments/polis-import.schema";
import { getOpenSection } from "@/lib/comments/submission/submission.queries";
import { tally } from "@/lib/comments/tally.writes";
import { db, markStale, type Tx } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { makeAlias } from "@/lib/people/alias.rules";
import { keyedHash } from "@/lib/security/encryption";

/** Where an import goes: a conversation of another service (its address there) into one section of a strategy. */
export type Import = {
  conversation: string;
  strategyId: string;
  sectionId: string;
  versionId: string;
  foundationId: string | null;
  lepId: string | null;
};

/** @throws NotFound when the strategy has no such section */
export async function openImport(conversation: string, slug: string, number: number): Promise<Import> {
  const section = await getOpenSection(slug, number, null);
  if (!section) throw new NotFound(`There is no section ${number} in a published version of “${slug}”.`);
  const { strategyId, sectionId, versionId, foundationId, lepIds } = section;
  return { conversation, strategyId, sectionId, versionId, foundationId, lepId: lepOf(lepIds, null) };
}

/** The id here of something there: always the same, so that what was brought in is known again. */
const idOf = ({ conversation, strategyId }: Import, kind: string, id: string) =>
  Buffer.from(keyedHash("import", `${strategyId}|${conversation}|${kind}|${id}`))
    .toString("base64url")
    .slice(0, 22);

/**
 * Brings in some comments, each as the first of a thread, with the state that it had; all or none of them. What is here
 * already is left as it is. @returns how many are new
 */
export async function importComments(into: Import, comments: PolisComment[]): Promise<number> {
  const { strategyId, sectionId, versionId, lepId } = into;
  return db().$transaction(
    async (tx) => {
      await makeParticipants(tx, into, [...new Set(comments.map(({ author }) => author))]);
      const rows = comments.map((comment) => ({ ...comment, id: idOf(into, "comment", comment.id) }));
      const weekIn = ({ state, at }: PolisComment) => (state === "published" ? weekOf(at) : null);
      await tx.thread.createMany({
        data: rows.map((row) => ({ id: threadOf(row.id), strategyId, sectionId, week: weekIn(row) })),
        skipDuplicates: true,
      });
      const made = await tx.comment.createManyAndReturn({
        data: rows.map((row) => ({
          id: row.id,
          strategyId,
          threadId: threadOf(row.id),
          participantId: idOf(into, "participant", row.author),
          state: row.state,
          source: "import" as const,
          text: row.state === "published" ? row.text : "",
          week: weekIn(row),
          lepId,
          createdAt: row.at,
        })),
        skipDuplicates: true,
        select: { id: true, state: true },
      });
      const isNew = new Set(made.map(({ id }) => id));
      const fresh = rows.filter(({ id }) => isNew.has(id));
      await tx.revision.createMany({
        data: fresh.map(({ id, text, at }) => ({ commentId: id, number: 1, versionId, text, createdAt: at })),
      });
      for (const { id } of made.filter(({ state }) => state === "held")) {
        await openCase(tx, { kind: "pre_moderation", strategyId, commentId: id, revision: 1 });
      }
      const published = made.filter(({ state }) => state === "published").length;
      const change = { comments: published, threads: published };
      await tally(tx, { ...into, stance: null, themeIds: [] }, change);
      return made.length;
    },
    { timeout: 60_000 },
  );
}

/** An import's comment is the first of a thread with an id made of its own. */
const threadOf = (commentId: string) => `t${commentId.slice(1)}`;

/** Takes in some votes; of each person's on a comment the latest stays, of equals the later in the file. */
export async function importVotes(into: Import, votes: PolisVote[]): Promise<void> {
  const column = <T>(of: (vote: PolisVote) => T) => votes.map(of);
  await db().$transaction(
    async (tx) => {
      await makeParticipants(tx, into, [...new Set(column(({ voter }) => voter))]);
      await tx.$executeRaw`
        INSERT INTO imported_votes AS kept (conversation, "commentId", "participantId", at, value)
        SELECT DISTINCT ON (comment, participant) ${into.conversation}, comment, participant, at, value
        FROM unnest(${column(({ comment }) => idOf(into, "comment", comment))}::text[],
          ${column(({ voter }) => idOf(into, "participant", voter))}::text[], ${column(({ at }) => at)}::bigint[],
          ${column(({ value }) => value)}::"ReactionValue"[]) WITH ORDINALITY AS given (comment, participant, at, value, line)
        ORDER BY comment, participant, at DESC, line DESC
        ON CONFLICT (conversation, "commentId", "participantId")
          DO UPDATE SET at = excluded.at, value = excluded.value WHERE excluded.at >= kept.at`;
    },
    { timeout: 60_000 },
  );
}

/**
 * Turns the votes into reactions, counts them beside the comments, and clears up: all or nothing.
 * @returns how many reactions the conversation has
 */
export async function finishImport(into: Import): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const reactions = await tx.$executeRaw`
        INSERT INTO reactions ("commentId", "participantId", value)
        SELECT "commentId", "participantId", value FROM imported_votes WHERE conversation = ${into.conversation}
        ON CONFLICT ("commentId", "participantId") DO UPDATE SET value = excluded.value`;
      await tx.$executeRaw`
        UPDATE comments SET agrees = counted.agrees, disagrees = counted.disagrees, passes = counted.passes
        FROM (
          SELECT "commentId", count(*) FILTER (WHERE value = 'agree') AS agrees,
            count(*) FILTER (WHERE value = 'disagree') AS disagrees, count(*) FILTER (WHERE value = 'pass') AS passes
          FROM reactions
          WHERE "commentId" IN (SELECT "commentId" FROM imported_votes WHERE conversation = ${into.conversation})
          GROUP BY "commentId"
        ) counted WHERE counted."commentId" = comments.id`;
      await recountSupport(tx);
      await tx.$executeRaw`DELETE FROM imported_votes WHERE conversation = ${into.conversation}`;
      const { strategyId, lepId } = into;
      await markStale(tx, `strategy:${strategyId}`, ...(lepId ? [`body:${lepId}`] : []));
      return reactions;
    },
    { timeout: 600_000 },
  );
}

/** Participants with a fresh alias each, where they are not here yet. Nobody can come back as one of them. */
async function makeParticipants(tx: Tx, into: Import, people: string[]): Promise<void> {
  let ids = people.map((person) => idOf(into, "participant", person));
  for (let tries = 0; tries < 20; tries++) {
    const there = await tx.participant.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const known = new Set(there.map(({ id }) => id));
    ids = ids.filter((id) => !known.has(id)); // what is left has an alias that was taken
    if (ids.length === 0) return;
    await tx.participant.createMany({
      data: ids.map((id) => ({ id, strategyId: into.strategyId, alias: makeAlias((below) => randomInt(below)) })),
      skipDuplicates: true,
    });
  }
  throw new Error("No free aliases were found.");
}

/** Works out anew what threads are sorted by: after an import or a seed that wrote reactions in bulk. */
export async function recountSupport(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads SET support = wilson(agrees, agrees + disagrees + passes) FROM comments
    WHERE "threadId" = threads.id AND NOT "isReply" AND support <> wilson(agrees, agrees + disagrees + passes)`;
}
