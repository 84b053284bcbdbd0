import { db } from "@/lib/database/client";

/** The ids of erased accounts and participants, which identify nobody any more. */
export type ErasedIds = { accounts: string[]; participants: string[] };

/** Everybody who was erased: stored beside the backups, and erased again when an older one is restored. */
export async function listErasedIds(): Promise<ErasedIds> {
  const [accounts, participants] = await Promise.all([
    db().account.findMany({ where: { NOT: { erasedAt: null } }, orderBy: { id: "asc" }, select: { id: true } }),
    db().participant.findMany({ where: { isErased: true }, orderBy: { id: "asc" }, select: { id: true } }),
  ]);
  return { accounts: accounts.map(({ id }) => id), participants: participants.map(({ id }) => id) };
}
