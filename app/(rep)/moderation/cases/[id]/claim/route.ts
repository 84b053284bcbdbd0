import { getPerson } from "@/lib/auth/current-session";
import { claimCase, releaseCase } from "@/lib/moderation/queue/claim.commands";

type Context = { params: Promise<{ id: string }> };

/** Claims a case while it is read; `hold=no` releases it. Responds 409 when somebody else has claimed it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const person = await getPerson();
  const form = await request.formData();
  if (form.get("hold") === "no") await releaseCase(person, id);
  else if (!(await claimCase(person, id))) return new Response(null, { status: 409 });
  return new Response(null, { status: 204 });
}
