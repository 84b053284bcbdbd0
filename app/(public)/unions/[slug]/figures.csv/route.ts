import { chartsCsv } from "@/app/(public)/chart-files";
import { loadUnion } from "@/app/(public)/unions/[slug]/union-content";
import { notFoundResponse } from "@/lib/server/plain-response";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const union = await loadUnion((await params).slug);
  return union ? chartsCsv(`union-${union.union.id}`, union.charts) : notFoundResponse();
}
