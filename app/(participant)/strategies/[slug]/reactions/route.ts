import { getPerson } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { reactionInput } from "@/lib/comments/reactions/reaction.schema";
import { NotFound, ProofOfWorkRequired, RateLimited, RuleViolation } from "@/lib/errors";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { redirectResponse } from "@/lib/server/redirect-response";

type Context = { params: Promise<{ slug: string }> };

/**
 * Takes a reaction from the buttons beside a comment, and redirects to the person's own page of it, where somebody new
 * consents first. That page also shows why a reaction was not accepted.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const form = await request.formData();
  const parsed = reactionInput.safeParse({ comment: form.get("comment"), value: form.get("value") });
  if (!parsed.success) return redirectResponse(303, paths.react(slug));
  const person = await getPerson();
  if (!needsReceipt(person, slug)) {
    try {
      await reactToComment(person, slug, parsed.data, await getClientKey());
    } catch (error) {
      const isExplainedOnPage =
        error instanceof NotFound || error instanceof RuleViolation || error instanceof ProofOfWorkRequired;
      if (error instanceof RateLimited) return new Response(error.message, { status: 429 });
      if (!isExplainedOnPage) throw error;
    }
  }
  return redirectResponse(303, paths.reactToComment(slug, parsed.data.comment));
}

/** For somebody who typed the address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return redirectResponse(303, paths.react((await params).slug));
}
