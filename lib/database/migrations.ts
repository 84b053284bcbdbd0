import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const schemaFolder = join("prisma", "schema");
const migrationsFolder = join("prisma", "migrations");
// Prisma can ignore tables and enums of others; there are none in this schema
const filters = { externalTables: [], externalEnums: [] };

type Glue = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

/**
 * Applies the migrations that are not applied yet.
 * @param names the migrations to end with, oldest first: all of ours, or those that an old backup had
 * @returns the names of the migrations that it applied
 */
export async function migrate(url: string, names = migrationNames()): Promise<string[]> {
  const applied = await withEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(names), filters }),
  );
  return applied.appliedMigrationNames;
}

/** The SQL that turns one set of schema files (or an empty database) into another. */
export async function schemaSql(
  url: string,
  from: SchemaFile[] | "empty",
  to: SchemaFile[] = schemaFiles(),
): Promise<string> {
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({
      from: from === "empty" ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return stdout ?? "";
}

/** The names of all migrations, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Sends a script in one piece: Prisma's adapter splits it at every semicolon, also inside the body of a function. */
class UnsplitScriptAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script));
    return adapter;
  }
}

/** Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
async function withEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    return await work(await startEngine(new UnsplitScriptAdapter(pool)));
  } finally {
    await pool.end();
  }
}

async function startEngine(adapter: PrismaPg): Promise<SchemaEngine> {
  engineModule ??= loadEngine();
  const { SchemaEngine } = await engineModule;
  const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

// once per process: the generated glue module holds the memory of a single instance
let engineModule: Promise<Glue> | undefined;

async function loadEngine(): Promise<Glue> {
  const require = createRequire(import.meta.url);
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as Glue;
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return glue;
}

export type SchemaFile = { path: string; content: string };

/** The current schema files, one per domain. */
export function schemaFiles(): SchemaFile[] {
  return readdirSync(schemaFolder)
    .sort()
    .map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), "utf8") }));
}

function migrationsList(names: string[]) {
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(migrationsFolder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}
