import { bootstrapDatabase } from "@/lib/database/bootstrap";
import { startupWarnings } from "@/scripts/server/startup-warnings";

type ServeOptions = { dev: boolean };

/**
 * Gets the database ready, starts the server, and stops both on SIGINT or SIGTERM: requests under way first, the
 * embedded PostgreSQL last. Its own database is brought up to date; another's is left to `npm run ops -- migrate`.
 */
export async function serve({ dev }: ServeOptions): Promise<void> {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
  const stopSignal = waitForSignal(); // one that comes while we start is not lost
  const embedded = await bootstrapDatabase();
  // what reads the settings comes after boot has filled them in
  const { env } = await import("@/lib/env");
  const settings = env();
  const { DATABASE_URL = "", DEMO, HOST, PORT, TRUST_PROXY } = settings;
  try {
    if (embedded) await (await import("@/prisma/seed/database-setup")).setUpDatabase(DATABASE_URL);
    const { startServer } = await import("@/lib/server/server");
    const loadFastRoutes = dev ? undefined : async () => (await import("@/scripts/server/fast-path-routes")).fastRoutes;
    const isWarming = !dev && settings.WARM_PAGES === "1";
    const listWarmPages = isWarming ? (await import("@/scripts/server/edition-pages")).listEditionPages : undefined;
    const server = await startServer({
      port: PORT,
      host: HOST,
      dev,
      nextDir: ".next",
      trustProxy: TRUST_PROXY === "1",
      loadFastRoutes,
      listWarmPages,
    });
    server.onStop((await import("@/lib/database/client")).closeDb);
    server.onStop((await (await import("@/lib/jobs/runner")).startJobs(DATABASE_URL, server.log)).stop);
    for (const event of ["uncaughtException", "unhandledRejection"] as const) {
      process.on(event, (error) => {
        server.log.failure(error, event);
        if (event === "unhandledRejection") return;
        process.exitCode = 1; // nobody knows what state we are in: end in good order, and be started again
        process.kill(process.pid, "SIGTERM");
      });
    }
    if (!dev)
      for (const warning of startupWarnings({ ...settings, isEmbedded: embedded !== null }))
        process.stderr.write(`Warning: ${warning}\n`);
    process.stdout.write(welcome(`http://localhost:${server.port}`, DEMO === "1"));
    await stopSignal;
    await server.stop();
  } catch (error) {
    process.stderr.write(`${explain(error, PORT)}\n`);
    process.exitCode = 1;
  } finally {
    embedded?.stop();
  }
  process.exit();
}

function welcome(address: string, isDemo: boolean): string {
  const ready = `At the Table is at ${address}\n`;
  if (!isDemo) return ready;
  return `${ready}
Try first:
  ${address}/demo                      enter as a worker, a rep, an officer or an admin
  ${address}/strategies/west-midlands  what workers said about a strategy
  ${address}/leps/black-country        the summary that officers read
Everything in it is made up. Stop it with Ctrl-C; \`npm run demo -- --fresh\` starts it over.
`;
}

function waitForSignal(): Promise<void> {
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
