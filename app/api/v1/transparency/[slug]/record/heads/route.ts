import { notThere } from "@/app/api/v1/errors";
import { listHeads } from "@/lib/audit/chain.queries";
import { hasRecord } from "@/lib/moderation/decisions/transparency.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  if (!(await hasRecord(slug))) return notThere();
  return Response.json({ heads: await listHeads(slug) });
}
