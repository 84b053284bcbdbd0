export type Mail = { subject: string; text: string; html: string };

/** The HTML of a mail, simple enough for every mail program. @param blocks paragraphs and lists, in HTML */
export const mailHtml = (subject: string, blocks: readonly string[]): string =>
  [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>`,
    '<body style="font:18px/1.5 sans-serif;max-width:32em;margin:0 auto;padding:16px;overflow-wrap:anywhere">',
    ...blocks,
    "</body></html>",
  ].join("\n");

export const htmlParagraph = (html: string): string => `<p style="margin:0 0 16px">${html}</p>`;

/** After so many mails in a row to an address that does not exist, we stop writing to it. */
export const maxMailRefusals = 3;

/** Enhanced status codes (RFC 3463) that say that there is no such address, or that it takes no mail any more. */
const deadAddressCodes = /^5\.(1\.(1|2|3|6|10)|2\.1)$/;
const deadAddressReplies = [550, 551, 553, 556];
/** What, in a reply without such a code, is about us, or may pass. */
const otherReason =
  /policy|block|black ?list|grey ?list|gray ?list|listed|reputation|spam|\brbl\b|dnsbl|relay|rcpthosts|\bspf\b|dkim|dmarc|\bptr\b|reverse dns|authenticat|quota|full|too (?:many|large|big)|rate|limit|temporar|try|again|later|delay|sender|\bip\b/i;

/** The reply of a mail server: the command that it answered, its code, and its text, which begins with the code. */
export type MailServerReply = { command?: string; responseCode?: number; response?: string };

/**
 * Whether a refused mail is refused for good: only where the server replies about the recipient that there is no such address.
 * Everything else may pass: a policy, a full box, a server that is being set up, one that calls "try later" 554.
 */
export function isRefusedForGood({ command, responseCode, response = "" }: MailServerReply): boolean {
  if (command !== "RCPT TO" || responseCode === undefined || responseCode < 500) return false;
  const enhanced = /^\d{3}[ -]#?(\d\.\d{1,3}\.\d{1,3})\b/m.exec(response)?.[1];
  return enhanced
    ? deadAddressCodes.test(enhanced)
    : deadAddressReplies.includes(responseCode) && !otherReason.test(response);
}
