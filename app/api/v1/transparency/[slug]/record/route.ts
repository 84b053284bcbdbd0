import { badRequest, notFound } from "@/app/api/v1/errors";
import { listRecordEntries } from "@/lib/audit/record.queries";
import { recordLine } from "@/lib/audit/record.rules";
import { hasDecisionRecord } from "@/lib/moderation/decisions/transparency.queries";

type Context = { params: Promise<{ slug: string }> };

const linesPerPage = 1000;

/** The record of a lead body's decisions, one a line: see docs/record-format.md. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const after = new URL(request.url).searchParams.get("after") ?? "0";
  if (!/^\d{1,9}$/.test(after)) return badRequest("after: the number of the last decision you have.");
  const { slug } = await params;
  if (!(await hasDecisionRecord(slug))) return notFound();
  const entries = await listRecordEntries(slug, Number(after), linesPerPage);
  return new Response(entries.map(recordLine).join(""), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
