import { getPerson } from "@/lib/auth/current-session";
import { notFoundResponse } from "@/lib/server/plain-response";
import { getPicture } from "@/lib/strategies/versions/picture.queries";

type Context = { params: Promise<{ slug: string; id: string }> };

/** A picture of a strategy's document. Its id is a hash of its bytes, so browsers can cache it for ever. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, id } = await params;
  const picture = await getPicture(await getPerson(), slug, id);
  if (!picture) return notFoundResponse();
  return new Response(picture.bytes, {
    headers: {
      "Content-Type": picture.type,
      "Content-Disposition": "inline",
      "Cache-Control": picture.isPublished ? "private, max-age=31536000, immutable" : "no-store",
    },
  });
}
