import { localPath } from "@/lib/auth/return-path.rules";
import { escapeHtml } from "@/lib/characters";
import { htmlParagraph, type Mail, mailHtml } from "@/lib/notifications/mail.rules";
import { paths } from "@/lib/routes";
import type { Role } from "@/prisma/generated/enums";

/** How many codes can be tried for one sign-in mail. */
export const maxCodeAttempts = 5;

/**
 * The path of the mail's link. Our server logs the pattern of a route, never its path, and sends no referrer to others.
 */
export const signInLinkPath = (token: string) => `${paths.signIn}/link/${token}`;

/** The start page of somebody with these roles. */
export function homePathFor(roles: readonly Role[]): string {
  if (roles.includes("rep")) return paths.moderation;
  if (roles.includes("officer")) return paths.officer;
  if (roles.includes("admin")) return paths.admin;
  return roles.some((role) => role.startsWith("union_")) ? paths.unions : paths.my;
}

/** The page to go on to after signing in: the one that was requested, if it is ours, or the start page of a role. */
export const pathAfterSignIn = (to: unknown, grants: readonly { role: Role }[]): string =>
  localPath(to) ?? homePathFor(grants.map(({ role }) => role));

const requestText = "Somebody, probably you, asked to sign in with this email address.";
const linkText = "Or open this link on the same device, in the same browser:";
const validityText = "The code and the link work once, for 10 minutes.";
const warningText =
  "If you did not ask, you do not need to do anything. Never give the code to anybody, whoever they say they are.";

const guessedText =
  "Today somebody entered many wrong codes for your address. None of them worked, and you can still sign in. Only use the latest code, and check each character. After a wrong one, ask for a new code.";

/**
 * The mail with link and code. Its subject does not mention comments or unions, since others may see it on a screen.
 * @param code eight characters
 * @param wasGuessed whether so many wrong codes were entered today that the owner should know
 */
export function signInMail(link: string, code: string, wasGuessed = false): Mail {
  const subject = "Your sign-in code";
  const groupedCode = `${code.slice(0, 4)} ${code.slice(4)}`;
  const codeText = (figures: string) => `Your code is ${figures}. Enter it on the page that asked for it.`;
  const anchor = `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
  const paragraphs = [
    requestText,
    codeText(`<strong>${groupedCode}</strong>`),
    `${linkText}<br>${anchor}`,
    validityText,
    warningText,
    ...(wasGuessed ? [guessedText] : []),
  ];
  return {
    subject,
    text: `${[requestText, codeText(groupedCode), linkText, link, validityText, warningText, ...(wasGuessed ? [guessedText] : [])].join("\n\n")}\n`,
    html: mailHtml(subject, paragraphs.map(htmlParagraph)),
  };
}
