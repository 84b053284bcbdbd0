import { getPerson } from "@/lib/auth/current-session";
import { clientKeyOf } from "@/lib/auth/request-client";
import { localPath } from "@/lib/auth/return-path.rules";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { getPublishedComment } from "@/lib/comments/reactions/reaction.queries";
import { reactionMessage } from "@/lib/comments/reactions/reaction.rules";
import { reactionInput } from "@/lib/comments/reactions/reaction.schema";
import { isUserFacing, NotFound, ProofOfWorkRequired, RateLimited } from "@/lib/errors";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import type { FastRequest } from "@/lib/server/fast-path";
import { redirectResponse } from "@/lib/server/redirect-response";

// a reaction sets no cookies
const leaveCookies = (() => {}) as never;

type Context = { params: Promise<{ slug: string }> };

/**
 * Takes a reaction from the buttons beside a comment. It leads back to the comment, or answers a script with what to show
 * in place. Somebody new consents first, on their own page of the comment, which also shows why a reaction was not
 * taken. There are twenty reactions for each comment, so it uses nothing of Next, as sending a comment does not.
 */
export async function POST(request: FastRequest, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const form = await request.formData();
  const isScript = request.headers.get("accept") === "application/json";
  const goTo = (path: string) => (isScript ? Response.json({ goTo: path }) : redirectResponse(303, path));
  const parsed = reactionInput.safeParse({ comment: form.get("comment"), value: form.get("value") });
  if (!parsed.success) return goTo(paths.react(slug));
  const { comment, value } = parsed.data;
  const ownPage = paths.reactToComment(slug, comment);
  const get = request.cookies.get.bind(request.cookies);
  const person = await getPerson({ get, set: leaveCookies, delete: leaveCookies });
  if (needsReceipt(person, slug)) return goTo(ownPage);
  try {
    await reactToComment(person, slug, parsed.data, clientKeyOf(request));
  } catch (error) {
    if (error instanceof ProofOfWorkRequired) return goTo(paths.refusedReaction(slug, comment, "puzzle"));
    if (isScript && isUserFacing(error)) return Response.json({ message: error.message });
    if (error instanceof RateLimited) return goTo(paths.refusedReaction(slug, comment, "limit"));
    if (error instanceof NotFound || isUserFacing(error)) return goTo(ownPage);
    throw error;
  }
  if (!isScript) return goTo(backTo(request.headers.get("referer"), comment) ?? ownPage);
  const counts = await getPublishedComment(slug, comment);
  return Response.json({ value, message: counts ? reactionMessage(value, counts) : "" });
}

/** The page of ours that holds the buttons, at the comment; null when the browser does not say. */
function backTo(referrer: string | null, comment: string): string | null {
  if (!referrer || !URL.canParse(referrer)) return null;
  const { pathname, search } = new URL(referrer);
  const page = localPath(pathname + search);
  return page && `${page}#answered-${comment}`;
}

/** For somebody who typed the address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return redirectResponse(303, paths.react((await params).slug));
}
