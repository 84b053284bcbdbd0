import { notFound } from "@/app/api/v1/errors";
import { headLine } from "@/lib/audit/head.rules";
import { listHeads } from "@/lib/audit/record.queries";
import { hasDecisionRecord } from "@/lib/moderation/decisions/transparency.queries";
import { recordPublicKeys } from "@/lib/security/record-key";

type Context = { params: Promise<{ slug: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  if (!(await hasDecisionRecord(slug))) return notFound();
  const heads = await listHeads(slug);
  return Response.json({
    chain: slug,
    keys: recordPublicKeys(),
    heads: heads.map((head) => ({ day: head.day, length: head.length, hash: head.hash, line: headLine(head) })),
  });
}
