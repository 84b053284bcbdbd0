import { NotFound } from "@/lib/errors";
import { stopAll } from "@/lib/notices/follows/commands";

/** Stops all weekly mail: pressed on our page, or posted by a mail program without any session (RFC 8058). */
export async function POST(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    await stopAll((await params).token);
  } catch (error) {
    if (error instanceof NotFound) return say("This link is not one of ours.", 404);
    throw error;
  }
  return say("Done. We send you no more weekly mail.", 200);
}

const say = (words: string, status: number) =>
  new Response(`${words}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
