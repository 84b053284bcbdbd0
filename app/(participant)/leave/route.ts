import { signOut } from "@/lib/auth/sign-out";
import { leavePageUrl, paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/**
 * "Leave this page" without JavaScript: signs out and redirects to a neutral page. Only links on our own pages sign
 * out, so that no other site can do it.
 */
export async function GET(request: Request): Promise<Response> {
  const from = request.headers.get("sec-fetch-site");
  const isOurs = from === null || from === "same-origin";
  if (isOurs) await signOut();
  return seeOther(isOurs ? paths.left : leavePageUrl, { "cache-control": "no-store" });
}
