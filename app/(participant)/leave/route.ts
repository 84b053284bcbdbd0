import { endSession } from "@/lib/auth/current-session";
import { leavePageUrl } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/**
 * The way out where no script runs: signs out and goes on to a neutral page. Only a link on a page of ours signs out,
 * so that no other site can do it to somebody.
 */
export async function GET(request: Request): Promise<Response> {
  const from = request.headers.get("sec-fetch-site");
  if (from === null || from === "same-origin") await endSession();
  return seeOther(leavePageUrl, { "cache-control": "no-store" });
}
