import { db } from "@/lib/database/client";
import { reseal } from "@/lib/security/encryption";

/** Every column that the root key seals: its table, its purpose. A test holds this against the schema. */
export const sealedColumns = [
  { table: "accounts", column: "emailSealed", purpose: "email" },
  { table: "sign_in_requests", column: "emailSealed", purpose: "email" },
  { table: "sign_in_requests", column: "mailSealed", purpose: "sign-in-mail" },
  { table: "drafts", column: "sealed", purpose: "draft" },
  { table: "authenticators", column: "secretSealed", purpose: "authenticator" },
  { table: "complaints", column: "textSealed", purpose: "complaint" },
  { table: "complaints", column: "answerSealed", purpose: "complaint" },
  { table: "sealed_originals", column: "sealedKey", purpose: "original-key" },
] as const;

type Row = { id: string; sealed: Uint8Array };

/**
 * Seals anew, under the root key of today, what an older one sealed. The service may run on: a row that changes
 * meanwhile is left as it is, for whoever changed it sealed it with today's key.
 * @returns how many were sealed anew, and how many are under today's key in all
 */
export async function rotateKeys(): Promise<{ changed: number; checked: number }> {
  const counts = { changed: 0, checked: 0 };
  for (const { table, column, purpose } of sealedColumns) {
    for (let after = ""; ; ) {
      const rows = await db().$queryRawUnsafe<Row[]>(
        `SELECT id, "${column}" AS sealed FROM "${table}" WHERE id > $1 AND "${column}" IS NOT NULL ORDER BY id LIMIT 500`,
        after,
      );
      for (const { id, sealed } of rows) {
        const resealed = reseal(purpose, sealed);
        if (resealed) {
          counts.changed += await db().$executeRawUnsafe(
            `UPDATE "${table}" SET "${column}" = $1 WHERE id = $2 AND "${column}" = $3`,
            resealed,
            id,
            Uint8Array.from(sealed),
          );
        }
      }
      counts.checked += rows.length;
      after = rows.at(-1)?.id ?? "";
      if (rows.length < 500) break;
    }
  }
  return counts;
}
