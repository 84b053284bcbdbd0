import { signOut } from "@/lib/auth/sign-out";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/** Signs out, and deletes what could not be sent from this browser. Our server has checked that the form is from our own site. */
export async function POST(): Promise<Response> {
  await signOut();
  return seeOther(paths.signedOut);
}

/** For an address that was typed, or fetched by a program: redirects to the page with the button. */
export function GET(): Response {
  return seeOther(paths.my);
}
