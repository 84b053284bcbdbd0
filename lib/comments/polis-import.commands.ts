import { lepForComment } from "@/lib/comments/comment.rules";
import type { PolisComment, PolisVote } from "@/lib/comments/polis-import.schema";
import { getOpenSection } from "@/lib/comments/submission.queries";
import { rebuildStrategyTallies } from "@/lib/comments/tally.writes";
import { db, type Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { openFirstCases } from "@/lib/moderation/queue/case.writes";
import { createImportedParticipants } from "@/lib/people/participant.writes";
import { keyedHash } from "@/lib/security/encryption";

/** What an import reads and where it goes: the address of a Polis conversation, and one section of a strategy. */
export type PolisImport = {
  polisConversation: string;
  strategyId: string;
  sectionId: string;
  versionId: string;
  foundationId: string | null;
  lepId: string | null;
};

/** @throws NotFound when the strategy has no such section */
export async function preparePolisImport(
  polisConversation: string,
  slug: string,
  number: number,
): Promise<PolisImport> {
  const section = await getOpenSection(slug, number, null);
  if (!section) throw new NotFound(`There is no section ${number} in a published version of “${slug}”.`);
  const { strategyId, sectionId, versionId, foundationId, lepIds } = section;
  return { polisConversation, strategyId, sectionId, versionId, foundationId, lepId: lepForComment(lepIds, null) };
}

/** Our id of a row of theirs: always the same, so that a second import recognises it. */
const importedId = ({ polisConversation, strategyId }: PolisImport, kind: string, id: string) =>
  Buffer.from(keyedHash("import", `${strategyId}|${polisConversation}|${kind}|${id}`))
    .toString("base64url")
    .slice(0, 22);

/**
 * Imports comments in one transaction, each as the first of a thread, with its state. The caller makes an edition. Existing ones are not changed.
 * @returns how many are new
 */
export async function importPolisComments(target: PolisImport, comments: PolisComment[]): Promise<number> {
  const { strategyId, sectionId, versionId, lepId } = target;
  return db().$transaction(
    async (tx) => {
      await createParticipants(
        tx,
        target,
        comments.map(({ author }) => author),
      );
      const rows = comments.map((comment) => ({ ...comment, id: importedId(target, "comment", comment.id) }));
      const publicationWeek = ({ state, at }: PolisComment) => (state === "published" ? startOfWeek(at) : null);
      await tx.thread.createMany({
        data: rows.map((row) => ({ id: importedThreadId(row.id), strategyId, sectionId, week: publicationWeek(row) })),
        skipDuplicates: true,
      });
      const created = await tx.comment.createManyAndReturn({
        data: rows.map((row) => ({
          id: row.id,
          strategyId,
          threadId: importedThreadId(row.id),
          participantId: importedId(target, "participant", row.author),
          state: row.state,
          source: "import" as const,
          text: row.state === "published" ? row.text : "",
          week: publicationWeek(row),
          lepId,
          createdAt: row.at,
        })),
        skipDuplicates: true,
        select: { id: true, state: true },
      });
      const isNew = new Set(created.map(({ id }) => id));
      const createdRows = rows.filter(({ id }) => isNew.has(id));
      await tx.revision.createMany({
        data: createdRows.map(({ id, text, at }) => ({ commentId: id, number: 1, versionId, text, createdAt: at })),
      });
      const held = createdRows.filter(({ state }) => state === "held");
      await openFirstCases(
        tx,
        strategyId,
        held.map(({ id, author, text }) => ({ id, participantId: importedId(target, "participant", author), text })),
      );
      await rebuildStrategyTallies(tx, strategyId);
      return created.length;
    },
    { timeout: 60_000 },
  );
}

/** The thread that an imported comment starts: its id is derived from the comment's. */
const importedThreadId = (commentId: string) => `t${commentId.slice(1)}`;

/** Stores votes. Of a person's votes on one comment the latest counts; of two at the same time, the later in the file. */
export async function importPolisVotes(target: PolisImport, votes: PolisVote[]): Promise<void> {
  const column = <T>(select: (vote: PolisVote) => T) => votes.map(select);
  await db().$transaction(
    async (tx) => {
      await createParticipants(
        tx,
        target,
        column(({ voter }) => voter),
      );
      await tx.$executeRaw`
        INSERT INTO imported_votes AS stored ("polisConversation", "commentId", "participantId", at, value)
        SELECT DISTINCT ON (comment, participant) ${target.polisConversation}, comment, participant, at, value
        FROM unnest(${column(({ comment }) => importedId(target, "comment", comment))}::text[],
          ${column(({ voter }) => importedId(target, "participant", voter))}::text[], ${column(({ at }) => at)}::bigint[],
          ${column(({ value }) => value)}::"ReactionValue"[]) WITH ORDINALITY AS input (comment, participant, at, value, line)
        ORDER BY comment, participant, at DESC, line DESC
        ON CONFLICT ("polisConversation", "commentId", "participantId")
          DO UPDATE SET at = excluded.at, value = excluded.value WHERE excluded.at >= stored.at`;
    },
    { timeout: 60_000 },
  );
}

/**
 * Turns the stored votes into reactions, which the next edition counts, and deletes them, in one transaction.
 * @returns how many reactions the Polis conversation has
 */
export async function finishPolisImport(target: PolisImport): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const reactions = await tx.$executeRaw`
        INSERT INTO reactions ("commentId", "participantId", value)
        SELECT "commentId", "participantId", value FROM imported_votes WHERE "polisConversation" = ${target.polisConversation}
        ON CONFLICT ("commentId", "participantId") DO UPDATE SET value = excluded.value`;
      await tx.$executeRaw`DELETE FROM imported_votes WHERE "polisConversation" = ${target.polisConversation}`;
      return reactions;
    },
    { timeout: 600_000 },
  );
}

const createParticipants = (tx: Tx, target: PolisImport, people: string[]) =>
  createImportedParticipants(
    tx,
    target.strategyId,
    [...new Set(people)].map((person) => importedId(target, "participant", person)),
  );
