import { join } from "node:path";
import { catchMail } from "@/e2e/mail/catch-mail";
import { build } from "@/scripts/build/build";
import { serveDemo } from "@/scripts/demo/serve-demo";

// What the end-to-end tests talk to: the production server on a fresh demonstration, with a mail server that keeps
// what it is sent, and a log of all that it says, in which the last test looks for what should not be there.
build();
const mail = await catchMail();
process.exitCode = await serveDemo({
  folder: join(".data", "e2e"),
  fresh: true,
  env: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, LOG_LEVEL: "debug", TRUST_PROXY: "1" },
  log: join(".data", "e2e", "said.log"),
});
await mail.stop();
