import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { pruneBackups } from "@/scripts/ops/backup/pruning";
import { writeBackup } from "@/scripts/ops/backup/writer";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "prune-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

test("backups go after 35 days; younger ones, and files that are none, stay", async () => {
  const aged = (name: string, days: number) => {
    const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    utimesSync(join(folder, name), then, then);
  };
  for (const name of ["old", "young"]) await writeBackup(database.url, join(folder, name));
  writeFileSync(join(folder, "notes.txt"), "at-the-table backups are kept here");
  writeFileSync(join(folder, "empty"), "");
  mkdirSync(join(folder, "subfolder"));
  aged("old", 35.1);
  aged("young", 34.9);
  for (const name of ["notes.txt", "empty"]) aged(name, 400);
  expect(await pruneBackups(folder)).toEqual({ deleted: ["old"], remaining: 1 });
  expect(["old", "young", "notes.txt", "empty"].map((name) => existsSync(join(folder, name)))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  await expect(pruneBackups(join(folder, "nowhere"))).rejects.toThrow("ENOENT");
});
