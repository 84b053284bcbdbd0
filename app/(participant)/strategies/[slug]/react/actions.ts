"use server";

import { notFound, redirect } from "next/navigation";
import type { ReactionFormState } from "@/components/comments/reaction-form-state";
import { getPerson, startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { reactionInput } from "@/lib/comments/reactions/reaction.schema";
import { NotFound, ProofOfWorkRequired, userMessage } from "@/lib/errors";
import { fieldErrors, isId, submittedValues } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { makePuzzle } from "@/lib/security/proof-of-work";

/** Takes a reaction, and goes on to the next comment; or shows the receipt of somebody new. */
export async function sendReaction(
  slug: unknown,
  _before: ReactionFormState,
  form: FormData,
): Promise<ReactionFormState> {
  if (!isId(slug)) notFound();
  const values = submittedValues(form);
  const parsed = reactionInput.safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values };
  try {
    const { participantId, alias, receipt } = await reactToComment(
      await getPerson(),
      slug,
      parsed.data,
      await getClientKey(),
    );
    if (receipt) {
      await startReceiptSession(participantId);
      return { errors: {}, values: {}, receipt, alias };
    }
  } catch (error) {
    if (error instanceof NotFound) notFound();
    if (error instanceof ProofOfWorkRequired)
      return { errors: {}, values: { ...values, puzzle: "" }, puzzle: JSON.stringify(await makePuzzle()) };
    return { errors: { form: userMessage(error) }, values };
  }
  redirect(paths.react(slug));
}
