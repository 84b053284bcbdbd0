import { badRequest, notFound } from "@/app/api/v1/errors";
import { listLinksAfter } from "@/lib/audit/chain.queries";
import { recordLine } from "@/lib/audit/chain.rules";
import { hasDecisionRecord } from "@/lib/moderation/decisions/transparency.queries";

type Context = { params: Promise<{ slug: string }> };

const linesPerPage = 1000;

/** The record of a lead body's decisions, one a line: see docs/record-format.md. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const after = new URL(request.url).searchParams.get("after") ?? "0";
  if (!/^\d{1,9}$/.test(after)) return badRequest("after: the number of the last decision you have.");
  const { slug } = await params;
  if (!(await hasDecisionRecord(slug))) return notFound();
  const links = await listLinksAfter(slug, Number(after), linesPerPage);
  return new Response(links.map(recordLine).join(""), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
