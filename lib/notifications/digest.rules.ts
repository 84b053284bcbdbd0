import { escapeHtml } from "@/lib/characters";
import { addDays, dateOfDay, isoDay, startOfWeek } from "@/lib/dates";
import { htmlParagraph, type Mail, mailHtml } from "@/lib/notifications/mail.rules";
import { countLabel } from "@/lib/numbers";

/** What is new on one followed item. */
export type DigestItem = { title: string; comments: number; answers: number; link: string };

/** Tees Valley: 3 new comments, 1 new answer */
export const newsText = ({ title, comments, answers }: Omit<DigestItem, "link">): string =>
  `${title}: ${[comments && countLabel(comments, "new comment"), answers && countLabel(answers, "new answer")].filter(Boolean).join(", ")}`;

/**
 * The weekly mail. Its subject and first line do not mention comments or unions: others may see them on a screen.
 * @param unsubscribeUrl the address of the page that stops it
 */
export function digestMail(items: DigestItem[], unsubscribeUrl: string): Mail {
  const subject = "Your weekly update";
  const greeting = "Here is what is new on the pages you follow.";
  const explanation = "You are getting this because you asked for it. To stop it, open this page and use the button:";
  return {
    subject,
    text: `${[greeting, ...items.map((item) => `${newsText(item)}\n${item.link}`), explanation, unsubscribeUrl].join("\n\n")}\n`,
    html: mailHtml(subject, [
      htmlParagraph(greeting),
      "<ul>",
      ...items.map((item) => `<li><a href="${escapeHtml(item.link)}">${escapeHtml(newsText(item))}</a></li>`),
      "</ul>",
      htmlParagraph(`${explanation}<br><a href="${escapeHtml(unsubscribeUrl)}">Stop the weekly email</a>`),
    ]),
  };
}

/** The Monday of the week that is over. */
export const previousWeek = (now: Date): Date => dateOfDay(addDays(isoDay(startOfWeek(now)), -7));
