import { getPerson } from "@/lib/auth/current-session";
import { isSignedIn } from "@/lib/people/person.policy";
import { getMyData } from "@/lib/people/privacy/personal-data.queries";
import { paths } from "@/lib/routes";

/** All that we keep of a person, as a file that machines read. Its name says nothing to who finds it on a phone. */
export async function GET(): Promise<Response> {
  const person = await getPerson();
  if (!isSignedIn(person)) {
    return new Response(null, { status: 303, headers: { location: `${paths.signIn}?to=${paths.myData}` } });
  }
  return new Response(`${JSON.stringify(await getMyData(person), null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="data.json"',
      "cache-control": "no-store",
    },
  });
}
