import { NotFound } from "@/lib/errors";
import type { MailSubscription } from "@/lib/notifications/unsubscribe-token";
import { unsubscribeByToken } from "@/lib/notifications/unsubscription.commands";

const confirmationMessages: Record<MailSubscription, string> = {
  weekly: "You will not get the weekly email any more.",
  notices: "We will not email you about new messages any more. You can see them when you sign in.",
};

/** Ends a subscription: posted from our page, or by a mail program without a session (RFC 8058). */
export async function POST(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    return textResponse(confirmationMessages[await unsubscribeByToken((await params).token)], 200);
  } catch (error) {
    if (error instanceof NotFound) return textResponse("This is not one of our links.", 404);
    throw error;
  }
}

const textResponse = (text: string, status: number) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
