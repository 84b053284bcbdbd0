import { setTimeout as sleep } from "node:timers/promises";
import { apiFailureText } from "@/lib/server/failure";
import { fetchPage, get, hiddenFields, multipart } from "@/scripts/bench/http-requests";
import { startService } from "@/scripts/bench/servers";
import { type CleanDatabase, strategyId } from "@/scripts/drill/clean-database";
import { countMissing, formPost, startParticipants } from "@/scripts/drill/participant-load";
import { sendRawRequest } from "@/scripts/drill/raw-request";
import { startRelay } from "@/scripts/drill/tcp-relay";
import { waitUntil } from "@/scripts/drill/wait-until";

export type RecoveryResult = {
  /** Requests while the database was away, and how many of the responses were right. */
  requested: number;
  clear: number;
  /** Responses that were neither complete nor clear, such as "GET /my: 500". */
  unclear: string[];
  /** Milliseconds from its return until it was ready, and until a comment was stored again. */
  readyAfter: number;
  storedAfter: number;
  lost: number;
  half: number;
  acknowledged: number;
};

/**
 * The database is taken away under load, and given back: requests meanwhile get a page that explains it, with a
 * 503, `/readyz` fails too, and afterwards everything goes on without a restart.
 * @param how "cut": connections break and are refused; "silence": they stay, and nothing comes
 */
export async function drillDatabaseOutage(
  clean: CleanDatabase,
  how: "cut" | "silence",
  milliseconds: number,
): Promise<RecoveryResult> {
  const relay = await startRelay(clean.url);
  const server = await startService(relay.url, { TRUST_PROXY: "1", ...clean.settings });
  try {
    const load = await startParticipants(clean, () => server.port, 4, clean.url);
    await waitUntil("reactions are taken", () => load.acknowledged.reactions.size >= 3);
    const actionRequest = await complaintRequest(server.port);
    if (how === "cut") await relay.cut();
    else relay.silence();
    const outage = await requestDuringOutage(server.port, clean, actionRequest, how, milliseconds);
    const before = load.acknowledged.comments.size;
    await relay.restore();
    const began = performance.now();
    const elapsedUntil = async (is: () => Promise<boolean>) => {
      await waitUntil("it is as before", is);
      return Math.round(performance.now() - began);
    };
    const [readyAfter, storedAfter] = await Promise.all([
      elapsedUntil(async () => (await sendRawRequest(server.port, get("/readyz", server.port)))?.status === 200),
      elapsedUntil(async () => load.acknowledged.comments.size > before),
    ]);
    await elapsedUntil(
      async () => (await sendRawRequest(server.port, get("/my", server.port, cookie(clean))))?.status === 200,
    );
    await load.stop();
    return {
      ...outage,
      readyAfter,
      storedAfter,
      acknowledged: load.acknowledged.comments.size,
      ...(await countMissing(clean.url, load.acknowledged)),
    };
  } finally {
    await server.stop();
    await relay.stop();
  }
}

const cookie = ({ tokens }: CleanDatabase) => `session=${tokens[0]}`;

/** A form of a page, whose action runs in Next, as most do. */
async function complaintRequest(port: number): Promise<string> {
  const forms = (await fetchPage("/complaints", port)).match(/<form[\s\S]*?<\/form>/g) ?? [];
  const fields = hiddenFields(forms.find((form) => form.includes('name="text"')) ?? "");
  return multipart("/complaints", port, fields.set("text", "Nobody answers."), ["Accept-Encoding: identity"]);
}

/**
 * Asks for a page for all, one of one's own, an answer for programs, and sends a form to a route and one to a page, until
 * the time is over.
 */
async function requestDuringOutage(
  port: number,
  clean: CleanDatabase,
  actionRequest: string,
  how: "cut" | "silence",
  milliseconds: number,
) {
  const outageText = /Sorry, the service is not working/;
  const agree = formPost(`/strategies/${strategyId}/reactions`, { comment: "none", value: "agree" }, clean.tokens[0]);
  const requests: [string, string, number, RegExp][] = [
    ["GET /strategies", get(`/strategies/${strategyId}/comments`, port), 503, outageText],
    ["GET /api", get("/api/v1/strategies", port), 503, new RegExp(apiFailureText)],
    ["GET /readyz", get("/readyz", port), 503, /database not reached/],
    ["GET /healthz", get("/healthz", port), 200, /ok/],
  ];
  // where nothing comes back at all, a page of one's own waits as long as its reader does
  if (how === "cut") {
    requests.push(["GET /my", get("/my", port, cookie(clean)), 503, outageText]);
    requests.push(["POST to a route", agree, 503, outageText], ["POST to a page", actionRequest, 503, outageText]);
  }
  const found = { requested: 0, clear: 0, unclear: [] as string[] };
  await sleep(how === "silence" ? 2_500 : 1_100); // that it was ready is remembered for a second
  const end = performance.now() + milliseconds;
  do {
    await Promise.all(
      requests.map(async ([name, request, status, pattern]) => {
        const response = await sendRawRequest(
          port,
          request.replace("Accept-Encoding: gzip", "Accept-Encoding: identity"),
        );
        found.requested++;
        if (response?.status === status && pattern.test(response.text)) found.clear++;
        else found.unclear.push(`${name}: ${response?.status ?? "no answer"}`);
      }),
    );
    await sleep(100);
  } while (performance.now() < end);
  return found;
}
