import { escapeHtml, htmlLetter, htmlParagraph, type Mail } from "@/lib/auth/sign-in.rules";
import { countOf } from "@/lib/dates";

/** What is new on one followed thing. Of a section: answers to threads on it, and those that changed a paragraph of it. */
export type News = { title: string; comments: number; answers: number; link: string };

/**
 * The weekly mail. Its subject and first line say nothing of comments or unions: others may see them on a screen.
 * @param stop the address of the page that stops it
 */
export function digestMail(news: News[], stop: string): Mail {
  const subject = "Your weekly update";
  const hello = "Here is what is new on the pages that you follow.";
  const why = "You get this because you asked for it. To stop it, open this page and press the button:";
  const line = ({ title, comments, answers }: News) =>
    `${title}: ${[comments && countOf(comments, "new comment"), answers && countOf(answers, "new answer")].filter(Boolean).join(", ")}`;
  return {
    subject,
    text: `${[hello, ...news.map((one) => `${line(one)}\n${one.link}`), why, stop].join("\n\n")}\n`,
    html: htmlLetter(subject, [
      htmlParagraph(hello),
      "<ul>",
      ...news.map((one) => `<li><a href="${escapeHtml(one.link)}">${escapeHtml(line(one))}</a></li>`),
      "</ul>",
      htmlParagraph(`${why}<br><a href="${escapeHtml(stop)}">Stop the weekly mail</a>`),
    ]),
  };
}

/** The Monday of the week that is over. */
export function lastWeek(now: Date): Date {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 7));
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day;
}
