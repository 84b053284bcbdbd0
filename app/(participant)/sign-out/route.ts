import { endSession } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/** Signs out. The front has seen to it that the form was one of ours. */
export async function POST(): Promise<Response> {
  await endSession();
  return seeOther(paths.home);
}

/** Somebody typed the address, or a program fetched it: nothing happens but a way to the button. */
export function GET(): Response {
  return seeOther(paths.my);
}
