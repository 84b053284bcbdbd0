import { listStrategies } from "@/lib/strategies/strategy.queries";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json({ strategies: await listStrategies() });
}
