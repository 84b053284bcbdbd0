import { canManageNotes } from "@/lib/answers/answer.policy";
import { strategiesOfBodyWhere } from "@/lib/answers/officer-strategy.queries";
import { excerptOf } from "@/lib/comments/comment.rules";
import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

export type NoteView = { id: string; text: string; by: string; createdAt: Date };

/** A published thread on a strategy of this body. Null when there is none of this id. */
export async function findPublishedThread(bodyId: string, threadId: string, tx: Tx = db()) {
  return tx.thread.findFirst({
    where: { id: threadId, week: { not: null }, strategy: strategiesOfBodyWhere(bodyId) },
    select: { id: true, strategyId: true },
  });
}

/** The notes (oldest first) and tags of a body on a thread. @throws NotFound for all but officers of the body */
export async function getNotes(
  person: Person,
  bodyId: string,
  threadId: string,
): Promise<{ notes: NoteView[]; tags: string[] }> {
  if (!canManageNotes(person, bodyId)) throw new NotFound();
  const where = { bodyId, threadId };
  const [notes, tags] = await Promise.all([
    db().threadNote.findMany({
      where,
      orderBy: { createdAt: "asc" },
      select: { id: true, text: true, authorId: true, createdAt: true },
    }),
    db().threadTag.findMany({ where, orderBy: { tag: "asc" }, select: { tag: true } }),
  ]);
  const labels = await getOfficerLabels(notes.map(({ authorId }) => authorId));
  return {
    notes: notes.map(({ authorId, ...note }) => ({ ...note, by: labels.get(authorId) ?? "An officer" })),
    tags: tags.map(({ tag }) => tag),
  };
}

/** How colleagues see these officers, by account. */
export async function getOfficerLabels(accountIds: string[], tx: Tx = db()): Promise<Map<string, string>> {
  const rows = await tx.account.findMany({ where: { id: { in: accountIds } }, select: { id: true, label: true } });
  return new Map(rows.map(({ id, label }) => [id, label ?? "An officer"]));
}

/** The tags that a body uses, by name. @throws NotFound for all but officers of the body */
export async function listTags(person: Person, bodyId: string): Promise<string[]> {
  if (!canManageNotes(person, bodyId)) throw new NotFound();
  const rows = await db().threadTag.findMany({
    where: { bodyId },
    distinct: ["tag"],
    orderBy: { tag: "asc" },
    select: { tag: true },
  });
  return rows.map(({ tag }) => tag);
}

/** The ids of the threads to which a body gave a tag. @throws NotFound for all but officers of the body */
export async function listTaggedThreads(person: Person, bodyId: string, tag: string): Promise<string[]> {
  if (!canManageNotes(person, bodyId)) throw new NotFound();
  const rows = await db().threadTag.findMany({ where: { bodyId, tag }, select: { threadId: true } });
  return rows.map(({ threadId }) => threadId);
}

export type NoteRow = { strategyId: string; threadId: string; excerpt: string; tags: string[]; notes: string[] };

/** All notes and tags of a body, by thread. @throws NotFound for all but officers of the body */
export async function listNoteRows(person: Person, bodyId: string): Promise<NoteRow[]> {
  if (!canManageNotes(person, bodyId)) throw new NotFound();
  const [notes, tags] = await Promise.all([
    db().threadNote.findMany({
      where: { bodyId },
      orderBy: { createdAt: "asc" },
      select: { threadId: true, text: true },
    }),
    db().threadTag.findMany({ where: { bodyId }, orderBy: { tag: "asc" }, select: { threadId: true, tag: true } }),
  ]);
  const threads = await db().thread.findMany({
    where: { id: { in: [...notes, ...tags].map(({ threadId }) => threadId) }, week: { not: null } },
    orderBy: [{ strategyId: "asc" }, { id: "asc" }],
    select: {
      id: true,
      strategyId: true,
      comments: { where: { isReply: false, state: "published" }, select: { text: true } },
    },
  });
  return threads.map(({ id, strategyId, comments }) => ({
    strategyId,
    threadId: id,
    excerpt: excerptOf(comments[0]?.text ?? ""),
    tags: tags.filter(({ threadId }) => threadId === id).map(({ tag }) => tag),
    notes: notes.filter(({ threadId }) => threadId === id).map(({ text }) => text),
  }));
}

/** Tags and number of notes on each of these threads. @throws NotFound for all but officers of the body */
export async function getNoteSummaries(
  person: Person,
  bodyId: string,
  threadIds: string[],
): Promise<Map<string, { tags: string[]; notes: number }>> {
  if (!canManageNotes(person, bodyId)) throw new NotFound();
  const where = { bodyId, threadId: { in: threadIds } };
  const [tags, notes] = await Promise.all([
    db().threadTag.findMany({ where, orderBy: { tag: "asc" }, select: { threadId: true, tag: true } }),
    db().threadNote.groupBy({ by: ["threadId"], where, _count: true }),
  ]);
  return new Map(
    threadIds.map((id) => [
      id,
      {
        tags: tags.filter(({ threadId }) => threadId === id).map(({ tag }) => tag),
        notes: notes.find(({ threadId }) => threadId === id)?._count ?? 0,
      },
    ]),
  );
}
