import { db } from "@/lib/database/client";
import { paths } from "@/lib/routes";
import { demoReceipt } from "@/prisma/seed/demo/cast";
import { type CastPerson, demoId, readCast } from "@/prisma/seed/demo/content";

export type CastMember = { key: string; label: string; story: string; receipt: string | null };

/** The cast, for the page /demo. */
export async function listCast(): Promise<CastMember[]> {
  return readCast().people.map((person) => ({
    key: person.key,
    label: person.label,
    story: person.story,
    receipt: person.role === "participant" && !person.email ? demoReceipt(person.key) : null,
  }));
}

export type CastSignIn = { accountId: string | null; participantId: string | null; startPath: string | null };

/** The ids of a member of the cast, and the page where they start; null when the key is not in the cast. */
export async function findCastMember(key: string): Promise<CastSignIn | null> {
  const person = readCast().people.find((member) => member.key === key);
  if (!person) return null;
  const accountId = person.email ? demoId("account", key) : null;
  if (accountId && !(await db().account.count({ where: { id: accountId } }))) return null;
  const participantId = person.participantKey ? demoId("participant", person.participantKey) : null;
  return { accountId, participantId, startPath: startPathFor(person) };
}

function startPathFor({ role }: CastPerson): string {
  if (role === "rep") return paths.moderation;
  if (role === "participant") return paths.my;
  if (role === "officer") return paths.officer;
  if (role === "admin") return paths.admin;
  return paths.home;
}
