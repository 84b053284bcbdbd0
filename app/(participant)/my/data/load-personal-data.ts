import { listOwnDrafts } from "@/lib/comments/drafts/draft.queries";
import type { Person } from "@/lib/people/person.policy";
import { getPersonalData } from "@/lib/people/privacy/personal-data.queries";

/** All data that we hold about a person, with their drafts: for the page and the file. */
export async function loadPersonalData(person: Person) {
  const [{ notices, complaints, ...data }, drafts] = await Promise.all([
    getPersonalData(person),
    listOwnDrafts(person),
  ]);
  return { ...data, drafts, notices, complaints }; // the order of the keys in the file
}
export type PersonalData = Awaited<ReturnType<typeof loadPersonalData>>;
