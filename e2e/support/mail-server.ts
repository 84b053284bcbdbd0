import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { type Mail, mailFolder } from "@/e2e/support/mailbox";

/** A real SMTP server that stores every mail as a file, for the tests to read. */
export async function startMailServer(folder = mailFolder): Promise<{ port: number; stop: () => Promise<void> }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      simpleParser(stream).then(({ subject = "", text = "", html }) => {
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        const mail: Mail = { to, subject, text, html: html || "" };
        const file = join(folder, `${String(++count).padStart(6, "0")}.json`);
        writeFileSync(`${file}.part`, JSON.stringify(mail));
        renameSync(`${file}.part`, file);
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
