import { notThere } from "@/app/api/v1/failures";
import { listHeads } from "@/lib/audit/queries";
import { hasRecord } from "@/lib/audit/transparency/queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  if (!(await hasRecord(slug))) return notThere();
  return Response.json({ heads: await listHeads(slug) });
}
