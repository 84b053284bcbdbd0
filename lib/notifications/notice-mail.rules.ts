import { escapeHtml } from "@/lib/characters";
import { htmlParagraph, type Mail, mailHtml } from "@/lib/notifications/mail.rules";

const greeting = "There is something new for you to read.";
const instructions = "To see it, sign in with this email address and open this page:";
const frequency = "We send this when there is something new, once a day at most.";
const unsubscribeText = "To stop these emails, open this page and use the button:";

/**
 * The mail about new notices, which does not mention their subject: an employer may see it on a screen.
 * @param noticesUrl the page of notices
 * @param unsubscribeUrl the address of the page that stops these mails
 */
export function noticeMail(noticesUrl: string, unsubscribeUrl: string): Mail {
  const subject = "Something new for you";
  return {
    subject,
    text: `${[greeting, `${instructions}\n${noticesUrl}`, `${frequency} ${unsubscribeText}\n${unsubscribeUrl}`].join("\n\n")}\n`,
    html: mailHtml(subject, [
      htmlParagraph(greeting),
      htmlParagraph(`${instructions}<br><a href="${escapeHtml(noticesUrl)}">${escapeHtml(noticesUrl)}</a>`),
      htmlParagraph(`${frequency} ${unsubscribeText}<br><a href="${escapeHtml(unsubscribeUrl)}">Stop these emails</a>`),
    ]),
  };
}
