import { join } from "node:path";
import { dataFolder } from "@/e2e/support/database";
import { startMailServer } from "@/e2e/support/mail-server";
import { client, startOidcProvider } from "@/e2e/support/oidc-provider";
import { buildPages } from "@/scripts/setup/build-pages";
import { endOnce, isRunning } from "@/scripts/test/end-once";

// What the end-to-end tests talk to: the production server on a fresh demonstration, with a mail server that stores
// what it is sent, a union's own sign-in, and a log of all its output, in which the last test looks for what should
// not be there.
const runner = Number(process.env.RUNNER_PID);
if (runner) endOnce(() => !isRunning(runner)); // also where it was killed
await buildPages();
// they need what was built
const { serveDemo } = await import("@/scripts/server/serve-demo");
const { serveEditions } = await import("@/e2e/support/editions");
const mail = await startMailServer();
const origin = `http://localhost:${process.env.PORT}`;
const union = await startOidcProvider(`${origin}/api/auth/callback/walkers`);
const unionProvider = { id: "walkers", name: "The Walkers’ Union", issuer: union.issuer };
const providers = JSON.stringify([{ ...unionProvider, clientId: client.id, clientSecret: client.secret }]);
process.exitCode = await serveDemo({
  folder: dataFolder,
  fresh: true,
  crowd: false, // journeys find comments by what the cast wrote
  env: {
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    LOG_LEVEL: "debug",
    TRUST_PROXY: "1",
    WARM_PAGES: "0", // the processors are for the journeys
    EDITIONS: "daily", // tests make theirs: e2e/support/editions.ts
    SIGN_IN_PROVIDERS: providers,
  },
  beside: serveEditions,
  log: join(".data", "e2e", "output.log"),
});
await mail.stop();
await union.stop();
