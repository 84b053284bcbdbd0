import { db } from "@/lib/database/client";
import { reseal } from "@/lib/security/encryption";

/** Every sealed column with its purpose. A test compares this with the schema. */
export const sealedColumns = [
  { table: "accounts", column: "emailSealed", purpose: "email" },
  { table: "sign_in_requests", column: "emailSealed", purpose: "email" },
  { table: "sign_in_requests", column: "mailSealed", purpose: "sign-in-mail" },
  { table: "drafts", column: "sealed", purpose: "draft" },
  { table: "interrupted_forms", column: "sealed", purpose: "interrupted-form" },
  { table: "authenticators", column: "secretSealed", purpose: "authenticator" },
  { table: "complaints", column: "textSealed", purpose: "complaint" },
  { table: "complaints", column: "answerSealed", purpose: "complaint" },
  { table: "sealed_originals", column: "sealedKey", purpose: "original-key" },
] as const;

type Row = { id: string; sealed: Uint8Array };

/**
 * Reseals, under the current root key, all values of older ones. The service may keep running: a row that changes
 * meanwhile is skipped, since the change was sealed under the current key.
 * @returns how many values were resealed, and how many were checked
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
