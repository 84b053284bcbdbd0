import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { beforeEach, expect, test, vi } from "vitest";

const outgoingMail = {
  to: "worker@example.org",
  subject: "Your sign-in code",
  text: "Ünïcode, and a line.\n",
  html: "<p>Ünïcode</p>",
  key: "0123456789abcdef",
};
let folder = "";

/** The module as a process with these settings has it. */
async function mailWith(settings: Record<string, string>) {
  vi.resetModules();
  const blank = { SMTP_URL: "", DEMO: "", MAIL_FROM: "Us <no-reply@ours.example>", DATA_FOLDER: folder };
  for (const [name, value] of Object.entries({ ...blank, ...settings })) vi.stubEnv(name, value);
  return import("@/lib/notifications/mailer");
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mail-"));
});

test.each<Record<string, string>>([{ NODE_ENV: "development" }, { NODE_ENV: "production", DEMO: "1" }])(
  "without a mail server, %j keeps a mail where only its owner reads it",
  async (settings) => {
    const { sendMail } = await mailWith(settings);
    expect(await sendMail(outgoingMail)).toBe("saved");
    const file = join(folder, "mail", "0123456789abcdef.eml");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const mail = await simpleParser(readFileSync(file));
    expect(mail).toMatchObject({
      subject: outgoingMail.subject,
      text: outgoingMail.text,
      messageId: "<0123456789abcdef@ours.example>",
    });
    expect(mail.to).toMatchObject({ text: outgoingMail.to });
  },
);

test("without a mail server, the real service says what to set, and keeps nothing", async () => {
  const { sendMail } = await mailWith({ NODE_ENV: "production" });
  await expect(sendMail(outgoingMail)).rejects.toThrow("SMTP_URL");
  expect(readdirSync(folder)).toEqual([]);
});

test("a mail server that is not there is tried later, and the failure names nobody", async () => {
  const { sendMail } = await mailWith({ SMTP_URL: "smtp://127.0.0.1:9" });
  const failure = await sendMail(outgoingMail).catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: "later", message: expect.not.stringContaining("example.org") });
});
