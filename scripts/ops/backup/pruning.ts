import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { retentionPeriods } from "@/lib/people/privacy/retention.rules";
import { isBackupMagic, magicLength } from "@/scripts/ops/backup/encrypted-chunks";

export type PruneResult = { deleted: string[]; remaining: number };

/**
 * Deletes the backups in a folder that are too old. Only files that begin as ours do are considered, half-written ones
 * among them. Their age is the file's own: copy them with `cp -p`, or a copy is retained for longer than it may be.
 */
export async function pruneBackups(folder: string, now = new Date()): Promise<PruneResult> {
  const pruned: PruneResult = { deleted: [], remaining: 0 };
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (!entry.isFile() || !(await isBackup(file))) continue;
    const { mtimeMs } = await stat(file);
    if (now.getTime() - mtimeMs < retentionPeriods.backup) {
      pruned.remaining++;
      continue;
    }
    await rm(file);
    pruned.deleted.push(entry.name);
  }
  return pruned;
}

async function isBackup(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magicLength), 0, magicLength, 0);
    return bytesRead === magicLength && isBackupMagic(buffer);
  } finally {
    await handle.close();
  }
}
