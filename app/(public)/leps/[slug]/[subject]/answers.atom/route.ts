import { findLepSubject } from "@/app/(public)/leps/[slug]/lep-content";
import { answerAtomFeed } from "@/lib/answers/answer-feed";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { atomResponse, notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string; subject: string }> };

/** The answers on one subject. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await findLepSubject(params);
  if (!found) return notFoundResponse();
  const { lep, subject } = found;
  const { items } = await listPublishedAnswers({ lepId: lep.id, themes: subject.themes });
  const feed = answerAtomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.lepSubjectFeed(lep.id, subject.id),
    page: paths.lepSubject(lep.id, subject.id),
    title: `You said, we did: ${lep.title}, ${subject.about}`,
    entries: items,
  });
  return atomResponse(feed);
}
