import { NextResponse } from "next/server";
import { sendComment } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/send-comment";
import { clientOf } from "@/lib/auth/current-session";
import { commentInput } from "@/lib/comments/comment.schema";
import { isShown, NeedsPuzzle, NotFound } from "@/lib/errors";
import { typedValues } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import type { Asked } from "@/lib/server/fast-path";

type Context = { params: Promise<{ slug: string; number: string }> };

/**
 * Sends what was checked. No page is made for it, because this is what many do at once; it asks nothing of Next, so
 * that the front can call it by itself (lib/server/fast-path.ts). What cannot be sent goes on, with all that was typed, to
 * the page, which says why.
 */
export async function POST(request: Asked, { params }: Context): Promise<Response> {
  const { slug, number } = await params;
  const { step, draft, puzzle, ...typed } = typedValues(await request.formData(), ["themes"]);
  const parsed = commentInput.safeParse(typed);
  const page = paths.write(slug, Number(number));
  if (!parsed.success) return goTo(307, page);
  const answer = goTo(303, paths.sent);
  const { cookies } = request;
  const jar = {
    get: cookies.get.bind(cookies),
    set: answer.cookies.set.bind(answer.cookies),
    delete: answer.cookies.delete.bind(answer.cookies),
  };
  try {
    await sendComment(slug, Number(number), parsed.data, { client: clientOf(request), puzzle, jar });
    return answer;
  } catch (error) {
    if (error instanceof NotFound || error instanceof NeedsPuzzle || isShown(error)) return goTo(307, page);
    throw error;
  }
}

/** Somebody typed the address: they find the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, number } = await params;
  return goTo(303, paths.write(slug, Number(number)));
}

// a header holds no signs beyond Latin: somebody else's made-up slug may
const goTo = (status: 303 | 307, location: string) =>
  new NextResponse(null, { status, headers: { location: encodeURI(location) } });
