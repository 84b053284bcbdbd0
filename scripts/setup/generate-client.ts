import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const schemaFolder = join("prisma", "schema");
const stamp = join("prisma", "generated", ".made-from");

/** Makes the Prisma client in prisma/generated, unless it is there and made from these schema files. */
export function generateClient(): void {
  const source = schemaHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  const result = spawnSync(
    process.execPath,
    [join("node_modules", "prisma", "build", "index.js"), "generate", "--schema", schemaFolder],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        // generating needs no schema engine, but Prisma would download one: any program in its place will do
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  if (result.status !== 0) throw new Error(`prisma generate failed.\n${result.stdout}${result.stderr}`);
  writeFileSync(stamp, source);
}

function schemaHash(): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  for (const file of readdirSync(schemaFolder).sort()) hash.update(file).update(readFileSync(join(schemaFolder, file)));
  return hash.digest("hex");
}
