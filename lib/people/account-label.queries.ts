import { db, type Tx } from "@/lib/database/client";

/** How colleagues see these accounts. */
export async function getAccountLabels(accountIds: (string | null)[], tx: Tx = db()): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const accounts = await tx.account.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } });
  return new Map(accounts.map(({ id, label }) => [id, label ?? "a rep"]));
}
