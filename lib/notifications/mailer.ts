import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { isRefusedForGood, type MailServerReply } from "@/lib/notifications/mail.rules";
import { keyedHash } from "@/lib/security/encryption";

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Makes the message id: the same when a mail is sent again, so that duplicates can be recognised. */
  key: string;
  /** For subscriptions: the address to which a mail program posts to unsubscribe (RFC 8058). */
  unsubscribeUrl?: string;
};

/** "final": there is no such address; "later": try again. The message holds no address. */
export class MailFailure extends Error {
  constructor(
    readonly kind: "final" | "later",
    message: string,
  ) {
    super(message);
  }
}

let transport: Transporter | undefined;

/**
 * Sends a mail through SMTP_URL. Without it, a demonstration, a test or a developer's machine saves the mail to
 * DATA_FOLDER/mail.
 * @throws MailFailure
 */
export async function sendMail({ key, unsubscribeUrl, ...mail }: OutgoingMail): Promise<"sent" | "saved"> {
  const { MAIL_FROM } = env();
  const domain = /@([^>\s]+)>?$/.exec(MAIL_FROM)?.[1] ?? "localhost";
  const message: SendMailOptions = {
    ...mail,
    from: MAIL_FROM,
    messageId: `<${key}@${domain}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(unsubscribeUrl && {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (env().SMTP_URL) return sendBySmtp(message);
  return saveToFolder(message, key);
}

/** How a job that sends a mail ended: sent, saved to a folder, not needed any more, or refused by the mail server. */
export type MailResult = "sent" | "saved" | "skipped" | "refused";

/** Sends a mail as `sendMail` does. @throws MailFailure when the job should try again */
export async function deliverMail(mail: OutgoingMail): Promise<Exclude<MailResult, "skipped">> {
  try {
    return await sendMail(mail);
  } catch (error) {
    if (error instanceof MailFailure && error.kind === "final") return "refused";
    throw error;
  }
}

/** The `key` of a mail: the same for the same purpose and subject. */
export const mailKey = (purpose: string, subject: string) =>
  Buffer.from(keyedHash(purpose, subject)).toString("hex").slice(0, 32);

async function sendBySmtp(message: SendMailOptions): Promise<"sent"> {
  transport ??= createTransport({
    url: env().SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.sendMail(message);
    return "sent";
  } catch (error) {
    // replies of mail servers often quote the address: only their codes are passed on
    const reply = error as MailServerReply & { code?: string };
    const { code = "unknown", responseCode } = reply;
    throw new MailFailure(
      isRefusedForGood(reply) ? "final" : "later",
      `The mail server did not accept an email: ${code} ${responseCode ?? ""}`.trim(),
    );
  }
}

async function saveToFolder(message: SendMailOptions, key: string): Promise<"saved"> {
  const { NODE_ENV, DEMO, DATA_FOLDER } = env();
  if (NODE_ENV === "production" && !DEMO)
    throw new MailFailure("later", "SMTP_URL: set it, so that email can be sent.");
  const built = await createTransport({ streamTransport: true, buffer: true, newline: "unix" }).sendMail(message);
  const folder = join(DATA_FOLDER, "mail");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, `${key}.eml`), built.message as Buffer, { mode: 0o600 });
  return "saved";
}

/** Closes the connections to the mail server. */
export function closeMail(): void {
  transport?.close();
  transport = undefined;
}
