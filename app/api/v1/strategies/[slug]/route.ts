import { notFound } from "@/app/api/v1/errors";
import { getStrategy } from "@/lib/strategies/strategy.queries";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const strategy = await getStrategy((await params).slug);
  return strategy ? Response.json({ strategy }) : notFound();
}
