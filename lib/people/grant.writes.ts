import type { Tx } from "@/lib/database/client";
import { liveGrantSql } from "@/lib/people/grant.queries";

/**
 * Every admin's role that counts, locked until the transaction ends: two admins who leave at once must not leave the
 * service without one.
 */
export const lockAdminGrants = (tx: Tx, now: Date) => tx.$queryRaw<
  { id: string; accountId: string; lastDay: Date | null }[]
>`
  SELECT id, "accountId", "lastDay" FROM grants WHERE role = 'admin' AND ${liveGrantSql(now)} ORDER BY id FOR UPDATE`;
