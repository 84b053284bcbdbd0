import { headsFile } from "@/lib/audit/head.rules";
import { listHeads } from "@/lib/audit/record.queries";
import { listModerationFigures } from "@/lib/moderation/decisions/transparency.queries";
import { recordPublicKeys } from "@/lib/security/record-key";
import { notFoundResponse } from "@/lib/server/plain-response";

/** The signed heads of a record as a file that anybody can save: see docs/record-format.md. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params;
  const [record] = await listModerationFigures(slug);
  if (!record) return notFoundResponse();
  const text = headsFile(record.name, await listHeads(slug), recordPublicKeys());
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
