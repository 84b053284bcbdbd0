import { listRecords } from "@/lib/audit/transparency/queries";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json({ bodies: await listRecords() });
}
