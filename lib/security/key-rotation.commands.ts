import { db } from "@/lib/database/client";
import { reseal } from "@/lib/security/encryption";
import { sealingKeyId } from "@/lib/security/root-keys";
import { type SealedColumn, sealedColumns, sealedPlace } from "@/lib/security/sealed-columns";

type Row = { row: string; sealed: Uint8Array };

/**
 * Reseals, under the current root key and bound to their rows, all values of older keys, and those from before values
 * were bound. The service may keep running: a row that changes meanwhile is skipped, since the change was sealed under
 * the current key.
 * @returns how many values were resealed, and how many there are
 */
export async function rotateKeys(): Promise<{ changed: number; checked: number }> {
  const counts = { changed: 0, checked: 0 };
  const header = Buffer.from(`02${sealingKeyId()}`, "hex"); // of a value that is as it should be
  for (const name of Object.keys(sealedColumns) as SealedColumn[]) {
    const { purpose, row } = sealedColumns[name];
    const [table, column] = name.split(".");
    const [total] = await db().$queryRawUnsafe<[{ n: number }]>(`SELECT count("${column}")::int AS n FROM "${table}"`);
    counts.checked += total.n;
    for (let after = ""; ; ) {
      const rows = await db().$queryRawUnsafe<Row[]>(
        `SELECT ${row} AS row, "${column}" AS sealed FROM "${table}"
         WHERE substring("${column}" FROM 1 FOR 5) <> $2 AND (${row}) COLLATE "C" > $1 ORDER BY (${row}) COLLATE "C" LIMIT 500`,
        after,
        header,
      );
      for (const { row: key, sealed } of rows) {
        const resealed = reseal(purpose, sealed, sealedPlace(name, key));
        if (!resealed) continue;
        counts.changed += await db().$executeRawUnsafe(
          `UPDATE "${table}" SET "${column}" = $1 WHERE (${row}) = $2 AND "${column}" = $3`,
          resealed,
          key,
          Uint8Array.from(sealed),
        );
      }
      after = rows.at(-1)?.row ?? "";
      if (rows.length < 500) break;
    }
  }
  return counts;
}
