import { notFound, redirect } from "next/navigation";
import { getPerson, getStaffSession } from "@/lib/auth/current-session";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { isSignedIn, type Person, rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import type { Role } from "@/prisma/generated/enums";

// Guards for pages: each redirects to signing in when the visitor is not signed in that way.

export type AccountHolder = Person & { accountId: string };

/** The visitor's account. @param returnPath the page to come back to after signing in */
export async function requireAccount(returnPath: string): Promise<AccountHolder> {
  const person = await getPerson();
  const { accountId } = person;
  if (accountId === null) redirect(paths.signInTo(returnPath));
  return { ...person, accountId };
}

/** The visitor's account, if it has this role anywhere; the page is not found for others. */
export async function requireRole(role: Role, returnPath: string): Promise<AccountHolder> {
  const person = await requireAccount(returnPath);
  if (!rolesOf(person).includes(role)) notFound();
  return person;
}

/** The visitor's account, or the participant of their receipt. @param returnPath the page to come back to */
export async function requireSignedIn(returnPath: string): Promise<Person> {
  const person = await getPerson();
  if (!isSignedIn(person)) redirect(paths.signInTo(returnPath));
  return person;
}

/** A member of staff who has signed in by email, whether or not they have completed the second step. */
export async function requireStaff(): Promise<StaffSession> {
  return (await getStaffSession()) ?? redirect(paths.signIn);
}
