import { listLeps } from "@/lib/strategies/lep.queries";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json({ leps: await listLeps() });
}
