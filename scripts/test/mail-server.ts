import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * A real mail server for a test file, on a port of its own.
 * @returns the mails that it took; `isBusy`, which makes it say "later"; `unknown`, addresses that it does not have; and SMTP_URL
 */
export async function startTestMailServer() {
  const received = { mails: [] as ParsedMail[], isBusy: false, unknown: new Set<string>() };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(
        received.unknown.has(address) ? Object.assign(new Error("5.1.1 No such user"), { responseCode: 550 }) : null,
      ),
    onData: async (stream, _session, done) => {
      const mail = await simpleParser(stream);
      if (received.isBusy) return done(Object.assign(new Error("try later"), { responseCode: 451 }));
      received.mails.push(mail);
      done();
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return Object.assign(received, { url, close: () => server.close() });
}
