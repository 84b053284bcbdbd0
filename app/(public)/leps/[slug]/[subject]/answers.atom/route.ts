import { answerAtomFeed } from "@/lib/answers/answer-feed";
import { listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { findSubject } from "@/lib/areas/subject.rules";
import { env } from "@/lib/env";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";

type Context = { params: Promise<{ slug: string; subject: string }> };

/** What is answered on one subject. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, subject: id } = await params;
  const [lep, subject] = [await getLep(slug), findSubject(id)];
  if (!lep || !subject) return new Response("There is nothing at this address.\n", { status: 404 });
  const { items } = await listPublishedAnswers({ lepId: lep.id, themes: subject.themes });
  const feed = answerAtomFeed({
    origin: env().ORIGIN ?? new URL(request.url).origin,
    self: paths.lepSubjectFeed(lep.id, subject.id),
    page: paths.lepSubject(lep.id, subject.id),
    title: `You said, we did: ${lep.title}, ${subject.about}`,
    entries: items,
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
