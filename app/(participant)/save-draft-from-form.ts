import { notFound } from "next/navigation";
import type { CommentFormState } from "@/components/comments/comment-form-state";
import { getPerson } from "@/lib/auth/current-session";
import { saveDraft } from "@/lib/comments/drafts/draft.commands";
import type { DraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftValues } from "@/lib/comments/drafts/draft.schema";
import { NotFound, userMessage } from "@/lib/errors";
import { type FormState, fieldErrors } from "@/lib/forms/old-form-state";

/** Keeps a form as a draft when its button was pressed, and shows it again with that said. */
export async function saveDraftFromForm(
  slug: string,
  place: DraftPlace,
  draft: unknown,
  values: FormState["values"],
): Promise<CommentFormState> {
  const parsed = draftValues.safeParse(values);
  const retained = { ...values, draft: String(draft ?? 0) };
  if (!parsed.success) return { step: "write", errors: fieldErrors(parsed.error), values: retained };
  try {
    const version = await saveDraft(await getPerson(), slug, place, parsed.data, Number(draft) || 0);
    return { step: "write", errors: {}, values: { ...values, draft: String(version) }, isSaved: true };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    return { step: "write", errors: { form: userMessage(error) }, values: retained };
  }
}
