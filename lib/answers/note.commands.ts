import { canManageNotes } from "@/lib/answers/answer.policy";
import { findPublishedThread } from "@/lib/answers/note.queries";
import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

type NoteTarget = { bodyId: string; threadId: string };

/** Adds a note to a thread, for colleagues. @throws NotFound (not an officer of the body, or not a thread of its strategies) */
export async function addNote(person: Person, target: NoteTarget, text: string): Promise<void> {
  await changeNotes(person, target, async (tx, authorId) => {
    await tx.threadNote.create({ data: { ...target, text, authorId } });
  });
}

/** @throws NotFound, as addNote */
export async function removeNote(person: Person, target: NoteTarget, id: string): Promise<void> {
  await changeNotes(person, target, async (tx, accountId) => {
    const { count } = await tx.threadNote.deleteMany({ where: { id, ...target } });
    if (count > 0) await recordNoteEvent(tx, accountId, "notes.remove", target);
  });
}

/** Adds a tag to a thread, unless it has it. @throws NotFound, as addNote */
export async function addTag(person: Person, target: NoteTarget, tag: string): Promise<void> {
  await changeNotes(person, target, async (tx, authorId) => {
    await tx.threadTag.createMany({ data: [{ ...target, tag, authorId }], skipDuplicates: true });
  });
}

/** @throws NotFound, as addNote */
export async function removeTag(person: Person, target: NoteTarget, tag: string): Promise<void> {
  await changeNotes(person, target, async (tx, accountId) => {
    const { count } = await tx.threadTag.deleteMany({ where: { ...target, tag } });
    if (count > 0) await recordNoteEvent(tx, accountId, "tags.remove", target);
  });
}

async function changeNotes(
  person: Person,
  { bodyId, threadId }: NoteTarget,
  change: (tx: Tx, accountId: string) => Promise<void>,
) {
  const { accountId } = person;
  if (!accountId || !canManageNotes(person, bodyId)) throw new NotFound();
  await db().$transaction(async (tx) => {
    if (!(await findPublishedThread(bodyId, threadId, tx))) throw new NotFound();
    await change(tx, accountId);
  });
}

const recordNoteEvent = (
  tx: Tx,
  accountId: string,
  action: "notes.remove" | "tags.remove",
  { bodyId, threadId }: NoteTarget,
) => recordAuditEvent(tx, { action, accountId, subject: `thread:${threadId}`, details: { body: bodyId } });
