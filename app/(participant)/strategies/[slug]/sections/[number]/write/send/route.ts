import { sendComment } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/send-comment";
import { acceptsCookies } from "@/lib/auth/cookies";
import { getPerson } from "@/lib/auth/current-session";
import { clientKeyOf } from "@/lib/auth/request-client";
import { commentInput } from "@/lib/comments/comment.schema";
import { formDraftOf, isSameWriter } from "@/lib/comments/writer.queries";
import { isUserFacing, NotFound, ProofOfWorkRequired } from "@/lib/errors";
import { submittedValues } from "@/lib/forms/form-data";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import type { FastRequest } from "@/lib/server/fast-path";
import { redirectResponse } from "@/lib/server/redirect-response";

type Context = { params: Promise<{ slug: string; number: string }> };

/**
 * Sends a checked comment. This is the busiest write of the service, so it renders no page and uses nothing of Next but
 * NextResponse: the server calls it directly (lib/server/fast-path.ts). A comment that cannot be sent is redirected, with
 * all that was typed, to the page, which shows why.
 */
export async function POST(request: FastRequest, { params }: Context): Promise<Response> {
  const { slug, number } = await params;
  const values = submittedValues(await request.formData(), ["themes"]);
  const { step, draft, draftPlace, draftOwner, puzzle, writer, usedFormId, ...fields } = values;
  const parsed = commentInput.safeParse(fields);
  // also where another field is wrong: its page must know what the comment is on
  const paragraph = commentInput.shape.paragraph.safeParse(fields.paragraph).data ?? null;
  const page = paths.writeOn(slug, Number(number), paragraph);
  if (!parsed.success) return redirectResponse(307, page);
  const response = redirectResponse(303, paths.commentSent);
  const { cookies } = request;
  const jar = {
    get: cookies.get.bind(cookies),
    set: response.cookies.set.bind(response.cookies),
    delete: response.cookies.delete.bind(response.cookies),
  };
  try {
    const person = await getPerson(jar);
    // the page asks whether to go on as somebody else, and shows the receipt where the browser takes no cookies
    const takesCookies = isSignedIn(person) || (await acceptsCookies(jar));
    if (!takesCookies || !isSameWriter(writer, person, slug)) return redirectResponse(307, page);
    const sender = {
      client: clientKeyOf(request),
      puzzle: String(puzzle ?? ""),
      formDraft: formDraftOf({ draftOwner, draftPlace }),
    };
    await sendComment(person, slug, Number(number), parsed.data, sender, jar);
    return response;
  } catch (error) {
    if (error instanceof NotFound || error instanceof ProofOfWorkRequired || isUserFacing(error))
      return redirectResponse(307, page);
    throw error;
  }
}

/** For somebody who typed the address: redirects to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, number } = await params;
  return redirectResponse(303, paths.write(slug, Number(number)));
}
