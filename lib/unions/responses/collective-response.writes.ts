import type { Tx } from "@/lib/database/client";
import type { ResponseDraft } from "@/lib/unions/responses/response-draft.queries";

// Triggers refuse changes to edits and revisions: prisma/migrations/20261130000100_append_only_triggers.

type Edit = { responseId: string; partKey: string; text: string; editedById: string; isConflicting: boolean };

/** Adds an edit to the history of a response. Unless it conflicted with a colleague's, the response's version goes up. */
export async function insertResponseEdit(tx: Tx, edit: Edit): Promise<void> {
  await tx.responseEdit.create({ data: edit });
  if (edit.isConflicting) return;
  await tx.collectiveResponse.update({ where: { id: edit.responseId }, data: { version: { increment: 1 } } });
}

type PublishableDraft = Pick<ResponseDraft, "id" | "revision" | "parts"> & {
  mandate: NonNullable<ResponseDraft["mandate"]>;
};

/** Copies a draft, with its parts that have text, into a revision of the draft's revision number. */
export async function insertResponseRevision(
  tx: Tx,
  { id, revision: number, parts, mandate }: PublishableDraft,
  publication: { why: string | null; publishedById: string },
): Promise<void> {
  const { covers, consulted, tookPart, method, from, to, minority } = mandate;
  await tx.responseRevision.create({
    data: {
      ...{ responseId: id, number, covers, consulted, tookPart, method, from, to, minority },
      ...publication,
    },
  });
  await tx.responseRevisionPart.createMany({
    data: parts.flatMap(({ partKey, text }) => (text.trim() === "" ? [] : [{ responseId: id, number, partKey, text }])),
  });
}
