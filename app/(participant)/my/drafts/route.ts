import { getPerson } from "@/lib/auth/current-session";
import { discardDraft, saveDraft } from "@/lib/comments/drafts/draft.commands";
import { draftInput } from "@/lib/comments/drafts/draft.schema";
import { Conflict, NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { fieldErrors, submittedValues } from "@/lib/forms/form-data";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

/** Saves what browser/draft-autosave.ts sends. Responds with the new version or an error message, as JSON. */
export async function PUT(request: Request): Promise<Response> {
  const { strategy, place, draft, ...values } = submittedValues(await request.formData(), ["themes"]);
  const parsed = draftInput.safeParse({ place, draft, values });
  if (!parsed.success) return errorResponse(400, Object.values(fieldErrors(parsed.error))[0] ?? "");
  try {
    const { place, draft, values } = parsed.data;
    return Response.json({ draft: await saveDraft(await getPerson(), String(strategy), place, values, draft) });
  } catch (error) {
    if (error instanceof NotFound) return errorResponse(404, "This page no longer exists.");
    if (error instanceof RuleViolation) return errorResponse(403, error.message);
    if (error instanceof Conflict) return errorResponse(409, error.message);
    if (error instanceof RateLimited) return errorResponse(429, error.message);
    throw error;
  }
}

/** Deletes a draft, from the list on “My comments”. */
export async function POST(request: Request): Promise<Response> {
  await discardDraft(await getPerson(), String((await request.formData()).get("draft")));
  return seeOther(paths.my);
}

/** For somebody who typed the address. */
export function GET(): Response {
  return seeOther(paths.my);
}

const errorResponse = (status: number, error: string) => Response.json({ error }, { status });
