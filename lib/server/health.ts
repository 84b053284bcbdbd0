import pg from "pg";
import { migrationNames } from "@/lib/database/migrations";
import type { Exchange } from "@/lib/server/context";
import { securityHeaders } from "@/lib/server/security-headers";

type Readiness = { ok: boolean; message: string };

export type Health = { readiness: () => Promise<Readiness>; stop: () => Promise<void> };

/** /healthz: the process is up. /readyz: it can answer requests. */
export async function sendHealth(exchange: Exchange): Promise<boolean> {
  const { path, server, res } = exchange;
  if (path !== "/healthz" && path !== "/readyz") return false;
  const { ok, message } = path === "/healthz" ? { ok: true, message: "ok" } : await readinessOf(server);
  const headers = ["Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"];
  res.writeHead(ok ? 200 : 503, [...securityHeaders(exchange), ...headers]);
  res.end(`${message}\n`);
  return true;
}

const readinessOf = async ({ health, isStopping }: Exchange["server"]): Promise<Readiness> =>
  isStopping ? { ok: false, message: "stopping" } : health.readiness();

/** Watches whether the database is reached and has every migration. Checks at most once a second. */
export function watchHealth(url: string, now: () => number = Date.now): Health {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  pool.on("error", () => {}); // the next check finds it
  let last: Promise<Readiness> | undefined;
  let until = 0;
  return {
    readiness: () => {
      if (!last || now() >= until) {
        last = checkDatabase(pool);
        until = now() + 1_000;
      }
      return last;
    },
    stop: () => pool.end(),
  };
}

async function checkDatabase(pool: pg.Pool): Promise<Readiness> {
  try {
    const sql =
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL";
    const { rows } = await pool.query<{ migration_name: string }>(sql);
    const applied = new Set(rows.map((row) => row.migration_name));
    const missing = migrationNames().filter((name) => !applied.has(name)).length;
    return missing === 0 ? { ok: true, message: "ready" } : { ok: false, message: `migrations to apply: ${missing}` };
  } catch (error) {
    const isEmpty = error instanceof pg.DatabaseError && error.code === "42P01"; // no such table
    return { ok: false, message: isEmpty ? "no migrations applied" : "database not reached" };
  }
}
