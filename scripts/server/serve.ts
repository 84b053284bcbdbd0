import { boot } from "@/lib/database/bootstrap";

type Serving = { dev: boolean };

/**
 * Gets the database ready, starts the server, and stops both on SIGINT or SIGTERM: requests under way first, the
 * embedded PostgreSQL last. Its own database is brought up to date; another's is left to `npm run ops -- migrate`.
 */
export async function serve({ dev }: Serving): Promise<void> {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  const told = signal(); // one that comes while we start is not lost
  const embedded = await boot();
  // what reads the settings comes after boot has filled them in
  const { env } = await import("@/lib/env");
  const { DATABASE_URL = "", HOST, PORT, TRUST_PROXY } = env();
  try {
    if (embedded) await (await import("@/prisma/seed/database-setup")).fillDatabase(DATABASE_URL);
    const { startFront } = await import("@/lib/server/server");
    const quick = dev ? undefined : async () => (await import("@/scripts/server/fast-path-routes")).quickRoutes;
    const front = await startFront({
      port: PORT,
      host: HOST,
      dev,
      nextDir: ".next",
      trustProxy: TRUST_PROXY === "1",
      quick,
    });
    front.onStop((await import("@/lib/database/client")).closeDb);
    front.onStop((await (await import("@/lib/jobs/schedule")).startJobs(DATABASE_URL, front.log)).stop);
    for (const event of ["uncaughtException", "unhandledRejection"] as const) {
      process.on(event, (error) => {
        front.log.failure(error, event);
        if (event === "unhandledRejection") return;
        process.exitCode = 1; // nobody knows what state we are in: end in good order, and be started again
        process.kill(process.pid, "SIGTERM");
      });
    }
    process.stdout.write(`At the Table is at http://localhost:${front.port}\n`);
    await told;
    await front.stop();
  } catch (error) {
    process.stderr.write(`${explain(error, PORT)}\n`);
    process.exitCode = 1;
  } finally {
    embedded?.stop();
  }
  process.exit();
}

function signal(): Promise<void> {
  return new Promise((done) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => done());
  });
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`;
  if (code === "EACCES") return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
  return error.stack ?? error.message;
}
