import { listTimestamps } from "@/lib/audit/timestamp.queries";

/** The newest timestamps of the heads of the record, each with the text that it is of: docs/record-format.md. */
export async function GET(): Promise<Response> {
  return Response.json({ timestamps: await listTimestamps() });
}
