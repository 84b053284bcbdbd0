import { listModerationFigures } from "@/lib/moderation/decisions/transparency.queries";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json({ bodies: await listModerationFigures() });
}
