import { loadPersonalData } from "@/app/(participant)/my/data/load-personal-data";
import { getPerson } from "@/lib/auth/current-session";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/** A person's data as a JSON file. Its name reveals nothing to somebody who finds it on a phone. */
export async function GET(): Promise<Response> {
  const person = await getPerson();
  if (!isSignedIn(person)) return seeOther(paths.signInTo(paths.myData));
  return new Response(`${JSON.stringify(await loadPersonalData(person), null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="data.json"',
      "cache-control": "no-store",
    },
  });
}
