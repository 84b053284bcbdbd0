import { canKeepNotes } from "@/lib/answers/note.policy";
import { findThread } from "@/lib/answers/note.queries";
import { recordEvent } from "@/lib/audit/record.writes";
import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

type Place = { bodyId: string; threadId: string };

/** Notes something on a thread, for colleagues. @throws NotFound (no officer of this body, no such thread of it) */
export async function addNote(person: Person, place: Place, text: string): Promise<void> {
  await keep(person, place, async (tx, byId) => {
    await tx.threadNote.create({ data: { ...place, text, byId } });
  });
}

/** Takes a note away. @throws NotFound */
export async function removeNote(person: Person, place: Place, id: string): Promise<void> {
  await keep(person, place, async (tx, accountId) => {
    const { count } = await tx.threadNote.deleteMany({ where: { id, ...place } });
    if (count > 0) await record(tx, accountId, "notes.remove", place);
  });
}

/** Puts a tag on a thread; once is enough. @throws NotFound */
export async function addTag(person: Person, place: Place, tag: string): Promise<void> {
  await keep(person, place, async (tx, byId) => {
    await tx.threadTag.createMany({ data: [{ ...place, tag, byId }], skipDuplicates: true });
  });
}

/** Takes a tag off a thread. @throws NotFound */
export async function removeTag(person: Person, place: Place, tag: string): Promise<void> {
  await keep(person, place, async (tx, accountId) => {
    const { count } = await tx.threadTag.deleteMany({ where: { ...place, tag } });
    if (count > 0) await record(tx, accountId, "tags.remove", place);
  });
}

async function keep(person: Person, { bodyId, threadId }: Place, deed: (tx: Tx, accountId: string) => Promise<void>) {
  const { accountId } = person;
  if (!accountId || !canKeepNotes(person, bodyId)) throw new NotFound();
  await db().$transaction(async (tx) => {
    if (!(await findThread(bodyId, threadId, tx))) throw new NotFound();
    await deed(tx, accountId);
  });
}

const record = (tx: Tx, accountId: string, deed: string, { bodyId, threadId }: Place) =>
  recordEvent(tx, { deed, accountId, subject: `thread:${threadId}`, details: { body: bodyId } });
