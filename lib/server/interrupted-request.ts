import type { CookieJar } from "@/lib/auth/cookies";
import type { FormOutcome } from "@/lib/forms/form-outcome";
import type { Interruption } from "@/lib/forms/interruption.rules";
import { formOriginOf, holdsText } from "@/lib/forms/submitted-form";
import { allSubmittedValues } from "@/lib/forms/submitted-values";
import { paths } from "@/lib/routes";
import { clientHeader } from "@/lib/security/rate-limit";
import type { Exchange } from "@/lib/server/context";
import { isScriptRequest, submittedForm } from "@/lib/server/next-adapter/action-form";
import type { CapturedResponse } from "@/lib/server/next-adapter/next-request";
import { requestCookies } from "@/lib/server/next-adapter/request-cookies";
import type { RequestBody } from "@/lib/server/request-body";
import { scriptlessHeaders } from "@/lib/server/security-headers";

// A form that Next could not give to its action, or whose page no longer shows it afterwards: its text is stored and the
// browser sent to where it can be read. The form kit does the same for what an action finds out (lib/forms/form-action.ts).

/** Why the text of a form would be lost with this response; null when it would not. */
export function findInterruption(
  { status, headers, body }: CapturedResponse,
  { failure }: FormOutcome,
): Interruption | null {
  if (headers["x-nextjs-action-not-found"] !== undefined) return "updated";
  if (!failure) return status === 404 ? "gone" : null;
  if (status === 404) return "gone";
  const location = String(headers.location ?? "");
  if (location.startsWith(paths.signIn)) return "signed-out";
  if (status >= 300 && status < 400) return "refused"; // its page sends everybody elsewhere now
  const isPage = status === 200 && String(headers["content-type"]).startsWith("text/html");
  return isPage && !body.includes('data-form-state="returned"') ? "refused" : null;
}

/**
 * Stores what was typed and sends the browser on: to its page, which is new, to sign in, or to where the text can be read.
 * @returns false when the form does not name its page, holds no text, or cannot be stored
 */
export async function sendInterrupted(
  exchange: Exchange,
  body: RequestBody,
  interruption: Interruption,
  message?: string,
): Promise<boolean> {
  const { req, res } = exchange;
  const form = await submittedForm(body, req.headers);
  const origin = form && formOriginOf(form);
  const values = form ? allSubmittedValues(form) : {};
  if (!origin || !holdsText(values) || origin.page.startsWith(paths.signIn)) return false;
  const goTo =
    interruption === "updated"
      ? origin.page
      : interruption === "signed-out"
        ? paths.signInTo(origin.page)
        : paths.unsent;
  const { interruptForm, redirectResponse } = await loadLate();
  const response = redirectResponse(303, goTo);
  const cookies = await requestCookies(req.headers.cookie);
  const jar: CookieJar = {
    get: cookies.get.bind(cookies),
    set: response.cookies.set.bind(response.cookies),
    delete: response.cookies.delete.bind(response.cookies),
  };
  try {
    await interruptForm({ origin, interruption, message, values }, String(req.headers[clientHeader] ?? ""), jar);
  } catch (error) {
    exchange.server.log.failure(error, "server");
    return false;
  }
  const script = isScriptRequest(req.headers)
    ? ["x-action-redirect", `${goTo};push`, "Content-Type", "text/plain"]
    : [];
  res.writeHead(303, [...scriptlessHeaders(exchange), ...[...response.headers].flat(), ...script]);
  res.end();
  return true;
}

/**
 * Sends the browser to its stored text where the page it comes back to does not show it: the form is no longer there.
 * Most requests hold no such cookie, and end here at once.
 */
export async function sendToUnsentText(
  exchange: Exchange,
  { status, headers, body }: CapturedResponse,
): Promise<boolean> {
  const { req, res, isRead } = exchange;
  if (!isRead || !/(^|[;\s])(__Host-)?unsent=/.test(req.headers.cookie ?? "")) return false;
  const isPage = (status === 200 || status === 404) && String(headers["content-type"]).startsWith("text/html");
  const goesElsewhere = status >= 300 && status < 400 && !String(headers.location).startsWith(paths.signIn);
  if (!(isPage || goesElsewhere) || body.includes('data-form-state="restored"')) return false;
  const cookies = await requestCookies(req.headers.cookie);
  const jar: CookieJar = { get: cookies.get.bind(cookies), set: () => jar as never, delete: () => jar as never };
  const forms = await (await loadLate()).getInterruptedForms(jar);
  if (!forms.some(({ page }) => page === req.url)) return false;
  res.writeHead(303, [...scriptlessHeaders(exchange), ...["Location", paths.unsent, "Cache-Control", "no-store"]]);
  res.end();
  return true;
}

/** What needs next/headers and next/server, which need what Next sets up as it starts. */
async function loadLate() {
  const { getInterruptedForms, interruptForm } = await import("@/lib/forms/current-interrupted-forms");
  const { redirectResponse } = await import("@/lib/server/redirect-response");
  return { getInterruptedForms, interruptForm, redirectResponse };
}
