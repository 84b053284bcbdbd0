import { clearedPage } from "@/lib/cleared-page";
import { leavePageUrl } from "@/lib/routes";

/** After "Leave this page" without JavaScript. */
export const GET = (): Response => clearedPage(leavePageUrl, "Go to the weather forecast");
