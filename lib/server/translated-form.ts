import type { IncomingMessage } from "node:http";
import { escapeHtml } from "@/lib/characters";
import { allSubmittedValues } from "@/lib/forms/submitted-values";
import type { Exchange } from "@/lib/server/context";
import { sendErrorPage } from "@/lib/server/error-page";
import { parseFormData, readBody } from "@/lib/server/request-body";

// The services through which people read a page in another language. Other sites get no page that shows what they sent.
const translators =
  /^https:\/\/[a-z0-9-]+\.(translate\.goog|translatoruser\.net|translatoruser-int\.com|microsofttranslator\.com|translate\.yandex\.net)$/;

export const isTranslator = (origin: string | undefined): boolean => origin !== undefined && translators.test(origin);

/** Refuses a form that was sent through a translation service, on a page with what was typed and a link to our own page. */
export async function sendTranslatedForm(exchange: Exchange): Promise<true> {
  const { server, path, req } = exchange;
  const page = new URL(path.replace(/\/send$/, ""), server.origin ?? `http://${req.headers.host}`).href;
  const texts = await readTypedTexts(req);
  const fields = texts.map(
    (text, index) =>
      `<p><label for="text-${index}">What you typed</label><br><textarea id="text-${index}" rows="8" cols="40" readonly translate="no">${escapeHtml(text)}</textarea></p>`,
  );
  const link = `<p><a href="${escapeHtml(page)}" target="_top" translate="no">Open the original page: ${escapeHtml(page)}</a></p>`;
  sendErrorPage(exchange, "translated", fields.join("") + link);
  return true;
}

/** The texts in a form that a person typed: no ids. */
async function readTypedTexts(req: IncomingMessage): Promise<string[]> {
  const form = await parseFormData(await readBody(req)).catch(() => null);
  const texts = form ? Object.values(allSubmittedValues(form)).flat() : [];
  return texts.filter((text) => /[^A-Za-z0-9_-]/.test(text));
}
