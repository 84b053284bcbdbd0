import { getPerson } from "@/lib/auth/current-session";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { subscribeToQueue } from "@/lib/moderation/queue/queue.queries";

/**
 * A stream of server-sent events without data, one whenever the queue of the person's areas has changed. Ends after 5
 * minutes; the browser reconnects.
 */
export async function GET(request: Request): Promise<Response> {
  const areas = repAreaIds(await getPerson());
  if (areas.length === 0) return new Response(null, { status: 404 });
  const encoder = new TextEncoder();
  let end = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: string) => controller.enqueue(encoder.encode(event));
      const { stop } = subscribeToQueue((changed) => {
        if (changed.some((id) => areas.includes(id))) send("event: queue\ndata: changed\n\n");
      });
      const heartbeat = setInterval(() => send(": still here\n\n"), 20_000);
      const timeout = setTimeout(() => end(), 5 * 60_000);
      end = () => {
        clearInterval(heartbeat);
        clearTimeout(timeout);
        stop();
        end = () => {};
        try {
          controller.close();
        } catch {
          // closed by the browser already
        }
      };
      request.signal.addEventListener("abort", () => end());
      send("retry: 3000\n\n");
    },
    cancel: () => end(),
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
  });
}
