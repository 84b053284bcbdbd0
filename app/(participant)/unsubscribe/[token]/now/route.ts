import { NotFound } from "@/lib/errors";
import type { Stoppable } from "@/lib/notifications/unsubscribe-token";
import { stopMails } from "@/lib/notifications/unsubscription.commands";

const done: Record<Stoppable, string> = {
  weekly: "Done. We send you no more weekly mail.",
  notices: "Done. We write to you no more when something is new. You see it when you sign in.",
};

/** Stops one kind of mail: pressed on our page, or posted by a mail program without any session (RFC 8058). */
export async function POST(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    return say(done[await stopMails((await params).token)], 200);
  } catch (error) {
    if (error instanceof NotFound) return say("This link is not one of ours.", 404);
    throw error;
  }
}

const say = (words: string, status: number) =>
  new Response(`${words}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
