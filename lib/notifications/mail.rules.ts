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

export const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
