import { escapeHtml, htmlLetter, htmlParagraph, type Mail } from "@/lib/auth/sign-in.rules";

const hello = "There is something new for you to read.";
const how = "To see it, sign in with this e-mail address and open this page:";
const often = "We send this when there is something new, once an hour at most.";
const orStop = "To stop it, open this page and press the button:";

/**
 * The mail that says that there is a notice, and nothing of what it is about: an employer may read it on a screen.
 * @param page the page of notices
 * @param stop the address of the page that stops these mails
 */
export function noticeMail(page: string, stop: string): Mail {
  const subject = "Something new for you";
  return {
    subject,
    text: `${[hello, `${how}\n${page}`, `${often} ${orStop}\n${stop}`].join("\n\n")}\n`,
    html: htmlLetter(subject, [
      htmlParagraph(hello),
      htmlParagraph(`${how}<br><a href="${escapeHtml(page)}">${escapeHtml(page)}</a>`),
      htmlParagraph(`${often} ${orStop}<br><a href="${escapeHtml(stop)}">Stop these mails</a>`),
    ]),
  };
}

/** Notices that no mail tells of: the lead body's answers, of which the weekly mail tells who follows a strategy. */
export const quietKinds: readonly string[] = ["point-answered"];
