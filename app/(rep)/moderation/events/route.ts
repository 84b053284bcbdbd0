import { getPerson } from "@/lib/auth/current-session";
import { areasOf } from "@/lib/moderation/queue/case-visibility.rules";
import { hearQueue } from "@/lib/moderation/queue/queue-listener";

/** A stream that says when the queue of the person's areas has changed, and nothing else. The browser reconnects. */
export async function GET(request: Request): Promise<Response> {
  const areas = areasOf(await getPerson());
  if (areas.length === 0) return new Response(null, { status: 404 });
  const encoder = new TextEncoder();
  let end = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (words: string) => controller.enqueue(encoder.encode(words));
      const { stop } = hearQueue((changed) => {
        if (changed.some((id) => areas.includes(id))) say("event: queue\ndata: changed\n\n");
      });
      const beat = setInterval(() => say(": still here\n\n"), 20_000);
      const over = setTimeout(() => end(), 5 * 60_000);
      end = () => {
        clearInterval(beat);
        clearTimeout(over);
        stop();
        end = () => {};
        try {
          controller.close();
        } catch {
          // the browser was first
        }
      };
      request.signal.addEventListener("abort", () => end());
      say("retry: 3000\n\n");
    },
    cancel: () => end(),
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
  });
}
