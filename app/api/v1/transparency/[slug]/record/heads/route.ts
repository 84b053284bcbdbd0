import { notFound } from "@/app/api/v1/errors";
import { listHeads } from "@/lib/audit/record.queries";
import { hasDecisionRecord } from "@/lib/moderation/decisions/transparency.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  if (!(await hasDecisionRecord(slug))) return notFound();
  return Response.json({ heads: await listHeads(slug) });
}
