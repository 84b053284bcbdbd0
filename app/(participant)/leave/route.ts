import { clearBrowser } from "@/lib/auth/current-session";
import { discardAllInterruptedForms } from "@/lib/forms/current-interrupted-forms";
import { leavePageUrl } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/**
 * "Leave this page" without JavaScript: signs out and redirects to a neutral page. Only links on our own pages sign
 * out, so that no other site can do it.
 */
export async function GET(request: Request): Promise<Response> {
  const from = request.headers.get("sec-fetch-site");
  if (from === null || from === "same-origin") {
    await discardAllInterruptedForms();
    await clearBrowser();
  }
  return seeOther(leavePageUrl, { "cache-control": "no-store" });
}
