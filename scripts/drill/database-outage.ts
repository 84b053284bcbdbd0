import { setTimeout as sleep } from "node:timers/promises";
import { get, hiddenFields, multipart, pageAt } from "@/scripts/bench/http-requests";
import { startOurs } from "@/scripts/bench/servers";
import { type Clean, strategyId } from "@/scripts/drill/clean-database";
import { findMissing, post, takePart } from "@/scripts/drill/participant-load";
import { exchange } from "@/scripts/drill/raw-request";
import { startRelay } from "@/scripts/drill/tcp-relay";
import { until } from "@/scripts/drill/wait-until";

export type Regained = {
  /** What was asked while the database was away, and how often the answer was as it must be. */
  asked: number;
  clear: number;
  /** Answers that were neither whole nor clear, such as "GET /my: 500". */
  unclear: string[];
  /** Milliseconds from its return until it was ready, and until a comment was kept again. */
  readyAfter: number;
  keptAfter: number;
  lost: number;
  half: number;
  told: number;
};

/**
 * The database is taken away while people take part, and given back: whoever asks meanwhile is told so in words, with a
 * 503, `/readyz` says it too, and afterwards all goes on without a restart.
 * @param how "cut": connections break and are refused; "hush": they stay, and nothing comes
 */
export async function loseDatabase(
  clean: Clean,
  how: "cut" | "hush",
  milliseconds: number,
  settings: Record<string, string> = {},
): Promise<Regained> {
  const relay = await startRelay(clean.url);
  const server = await startOurs(relay.url, { TRUST_PROXY: "1", ...settings });
  try {
    const load = await takePart(clean, () => server.port, 4, clean.url);
    await until("reactions are taken", () => load.told.reactions.size >= 3);
    const deed = await complaint(server.port);
    if (how === "cut") await relay.cut();
    else relay.hush();
    const away = await askMeanwhile(server.port, clean, deed, how, milliseconds);
    const kept = load.told.comments.size;
    await relay.back();
    const began = performance.now();
    const since = async (is: () => Promise<boolean>) => {
      await until("it is as before", is);
      return Math.round(performance.now() - began);
    };
    const [readyAfter, keptAfter] = await Promise.all([
      since(async () => (await exchange(server.port, get("/readyz", server.port)))?.status === 200),
      since(async () => load.told.comments.size > kept),
    ]);
    await since(async () => (await exchange(server.port, get("/my", server.port, cookie(clean))))?.status === 200);
    await load.stop();
    return {
      ...away,
      readyAfter,
      keptAfter,
      told: load.told.comments.size,
      ...(await findMissing(clean.url, load.told)),
    };
  } finally {
    await server.stop();
    await relay.stop();
  }
}

const cookie = ({ tokens }: Clean) => `session=${tokens[0]}`;

/** A form of a page, whose deed Next does: most are sent so. */
async function complaint(port: number): Promise<string> {
  const forms = (await pageAt("/complaints", port)).match(/<form[\s\S]*?<\/form>/g) ?? [];
  const fields = hiddenFields(forms.find((form) => form.includes('name="text"')) ?? "");
  return multipart("/complaints", port, fields.set("text", "Nobody answers."), ["Accept-Encoding: identity"]);
}

/**
 * Asks for a page for all, one of one's own, an answer for programs, and sends a form to a route and one to a page, until
 * the time is over.
 */
async function askMeanwhile(port: number, clean: Clean, deed: string, how: "cut" | "hush", milliseconds: number) {
  const words = /We have to stop for a moment|failed on our side/;
  const agree = post(`/strategies/${strategyId}/reactions`, { comment: "none", value: "agree" }, clean.tokens[0]);
  const asked: [string, string, number, RegExp][] = [
    ["GET /strategies", get(`/strategies/${strategyId}/comments`, port), 503, words],
    ["GET /api", get("/api/v1/strategies", port), 503, words],
    ["GET /readyz", get("/readyz", port), 503, /database not reached/],
    ["GET /healthz", get("/healthz", port), 200, /ok/],
  ];
  // where nothing comes back at all, a page of one's own waits as long as its reader does
  if (how === "cut") {
    asked.push(["GET /my", get("/my", port, cookie(clean)), 503, words]);
    asked.push(["POST to a route", agree, 503, words], ["POST to a page", deed, 503, words]);
  }
  const found = { asked: 0, clear: 0, unclear: [] as string[] };
  await sleep(how === "hush" ? 2_500 : 1_100); // that it was ready is remembered for a second
  const end = performance.now() + milliseconds;
  do {
    await Promise.all(
      asked.map(async ([name, request, status, pattern]) => {
        const answer = await exchange(port, request.replace("Accept-Encoding: gzip", "Accept-Encoding: identity"));
        found.asked++;
        if (answer?.status === status && pattern.test(answer.text)) found.clear++;
        else found.unclear.push(`${name}: ${answer?.status ?? "no answer"}`);
      }),
    );
    await sleep(100);
  } while (performance.now() < end);
  return found;
}
