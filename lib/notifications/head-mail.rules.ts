import { escapeHtml } from "@/lib/characters";
import { htmlParagraph, type Mail, mailHtml } from "@/lib/notifications/mail.rules";

/**
 * The weekly mail to officers of unions with the head of each record of decisions, so that many people have a copy.
 * @param lines signed heads @param recordsUrl the page of all records
 */
export function headMail(lines: readonly string[], recordsUrl: string): Mail {
  const subject = "Check numbers for this week";
  const greeting = "These lines show where each public record of decisions ends. Keep this email.";
  const explanation =
    "If anybody changes an earlier decision, these lines prove it. To compare them, open a record here:";
  return {
    subject,
    text: `${[greeting, lines.join("\n"), `${explanation}\n${recordsUrl}`].join("\n\n")}\n`,
    html: mailHtml(subject, [
      htmlParagraph(greeting),
      `<pre style="white-space:pre-wrap">${lines.map(escapeHtml).join("\n")}</pre>`,
      htmlParagraph(`${explanation}<br><a href="${escapeHtml(recordsUrl)}">${escapeHtml(recordsUrl)}</a>`),
    ]),
  };
}
