import { getPerson, getStaffSession } from "@/lib/auth/current-session";
import { homePathFor } from "@/lib/auth/sign-in.rules";
import { isSignedIn, rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/** Where "Your work" in the header of pages for everybody leads: to one's start page, or to sign in first. */
export async function GET(): Promise<Response> {
  return seeOther(await findStartPage(), { "cache-control": "no-store" });
}

async function findStartPage(): Promise<string> {
  const person = await getPerson();
  if (isSignedIn(person)) return homePathFor(rolesOf(person));
  const isStepUpPending = (await getStaffSession())?.isStepUpPending;
  return isStepUpPending ? paths.secondStep(paths.yourWork) : paths.signInTo(paths.yourWork);
}
