import { notThere } from "@/app/api/v1/failures";
import { getLep } from "@/lib/areas/queries";
import { getLepSummary } from "@/lib/summaries/queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const lep = await getLep((await params).slug);
  if (!lep) return notThere();
  return Response.json({ lep: { id: lep.id, name: lep.name }, strategies: await getLepSummary(lep.id) });
}
