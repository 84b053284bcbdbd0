import { getClient, getPerson } from "@/lib/auth/current-session";
import { react } from "@/lib/comments/reactions/reaction.commands";
import { reactionInput } from "@/lib/comments/reactions/reaction.schema";
import { NeedsPuzzle, NotFound, Refused, TooMany } from "@/lib/errors";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

type Context = { params: Promise<{ slug: string }> };

/**
 * Takes a reaction from the buttons beside a comment, and shows it on the person's own page of that comment. Who has
 * no receipt yet is asked there first. What cannot be taken is explained there too.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const form = await request.formData();
  const parsed = reactionInput.safeParse({ comment: form.get("comment"), value: form.get("value") });
  if (!parsed.success) return goTo(paths.react(slug));
  const person = await getPerson();
  if (!needsReceipt(person, slug)) {
    try {
      await react(person, slug, parsed.data, await getClient());
    } catch (error) {
      const isSaidThere = error instanceof NotFound || error instanceof Refused || error instanceof NeedsPuzzle;
      if (error instanceof TooMany) return new Response(error.message, { status: 429 });
      if (!isSaidThere) throw error;
    }
  }
  return goTo(paths.reactTo(slug, parsed.data.comment));
}

/** Somebody typed the address: they find the question there. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return goTo(paths.react((await params).slug));
}

// a header holds no signs beyond Latin: somebody else's made-up slug may
const goTo = (location: string) => new Response(null, { status: 303, headers: { location: encodeURI(location) } });
