import { clearedPage } from "@/lib/cleared-page";
import { paths } from "@/lib/routes";

/** After signing out. */
export const GET = (): Response => clearedPage(paths.home, "Go to the home page");
