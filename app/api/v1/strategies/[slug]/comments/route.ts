import { badRequest, notFound } from "@/app/api/v1/errors";
import { listPublishedComments } from "@/lib/comments/comment.queries";
import { commentCursor } from "@/lib/comments/comment.schema";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";

type Context = { params: Promise<{ slug: string }> };

const commentsPerPage = 50;

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const after = commentCursor.nullable().safeParse(new URL(request.url).searchParams.get("cursor"));
  if (!after.success) return badRequest("cursor: use `next` from the previous page.");
  const strategy = await getStrategyOutline((await params).slug);
  if (!strategy) return notFound();
  const { items, next } = await listPublishedComments({ strategyId: strategy.id }, after.data, commentsPerPage);
  return Response.json({ comments: items, next });
}
