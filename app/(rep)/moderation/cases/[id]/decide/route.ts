import { getPerson } from "@/lib/auth/current-session";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { fieldErrors, submittedValues } from "@/lib/forms/form-data";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { decisionInput } from "@/lib/moderation/decisions/decision.schema";
import { resolveSecondLook } from "@/lib/moderation/decisions/second-look.queries";

type Context = { params: Promise<{ id: string }> };

/** Decides a case from the queue: a route, because a page that is left can still post to it with `keepalive`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const parsed = decisionInput.safeParse(submittedValues(await request.formData()));
  if (!parsed.success) return Response.json({ error: Object.values(fieldErrors(parsed.error))[0] }, { status: 400 });
  try {
    const [person, { id }] = [await getPerson(), await params];
    const { input } = await resolveSecondLook(person, id, parsed.data);
    await decideCase(person, id, input);
    return Response.json({ error: null });
  } catch (error) {
    if (error instanceof NotFound)
      return Response.json({ error: "There is no case with this number." }, { status: 404 });
    if (error instanceof RuleViolation) return Response.json({ error: error.message }, { status: 403 });
    if (error instanceof Conflict) return Response.json({ error: error.message }, { status: 409 });
    throw error;
  }
}
