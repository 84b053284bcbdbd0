import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import { RuleViolation } from "@/lib/errors";
import type { ParserReply, ParserRequest, ParserResults } from "@/lib/files/parser-process";

export type ParserLimits = { megabytes: number; seconds: number; atOnce: number; waiting: number };

/** `waiting`: how many files may wait until one of those `atOnce` is read. */
export const parserLimits: ParserLimits = { megabytes: 384, seconds: 30, atOnce: 2, waiting: 10 };

/** How long the process may take to start, which no file has a part in. */
const startSeconds = 60;
/** Pages come first, but a file that is read must not wait behind everything: about a third of their share. */
const readingPriority = 5;

let running = 0;
const queue: (() => void)[] = [];

/**
 * Reads a file that a person sent in a process of its own, which has no settings, no keys and no database, and is ended
 * when it takes too much memory or time. The caller checks first who may send it.
 * @throws RuleViolation: what the reader refuses, or the limit that was reached
 */
export async function parseFile<Kind extends keyof ParserResults>(
  kind: Kind,
  bytes: Uint8Array,
  limits: ParserLimits = parserLimits,
): Promise<ParserResults[Kind]> {
  if (running >= limits.atOnce) {
    if (queue.length >= limits.waiting) {
      throw fileError(`${running + queue.length} files are being read at the moment. Upload yours again in a minute.`);
    }
    await new Promise<void>((begin) => queue.push(begin));
  }
  running += 1;
  try {
    return (await runParser({ kind, bytes }, limits)) as ParserResults[Kind];
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

const fileError = (message: string) => new RuleViolation(message, "file");

async function runParser(request: ParserRequest, { megabytes, seconds }: ParserLimits): Promise<unknown> {
  const memory = [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=8"];
  const child = spawn(process.execPath, [...memory, "--import", "tsx", "lib/files/parser-process.ts", request.kind], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    // nothing of ours: a file that takes over its reader finds no secret there
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
  });
  let reply: ParserReply | null = null;
  let late: "start" | "read" | null = null;
  const endAfter = (limit: number, what: "start" | "read") =>
    setTimeout(() => {
      late = what;
      child.kill("SIGKILL");
    }, limit * 1000);
  let timer = endAfter(startSeconds, "start");
  try {
    await new Promise<void>((done, fail) => {
      child.on("message", (message: ParserReply | "ready") => {
        if (message !== "ready") {
          reply = message;
          return;
        }
        clearTimeout(timer);
        timer = endAfter(seconds, "read");
        if (child.pid) setPriority(child.pid, readingPriority);
        child.send(request, (error) => error && child.kill("SIGKILL"));
      });
      child.on("error", fail).on("close", () => done());
    });
  } finally {
    clearTimeout(timer);
  }
  return resultOf(reply, child.signalCode, late, { megabytes, seconds });
}

function resultOf(
  reply: ParserReply | null,
  signal: NodeJS.Signals | null,
  late: "start" | "read" | null,
  { megabytes, seconds }: Pick<ParserLimits, "megabytes" | "seconds">,
): unknown {
  if (reply && "result" in reply) return reply.result;
  if (reply && "refusal" in reply) throw new RuleViolation(reply.refusal.message, reply.refusal.field);
  if (late === "start")
    throw fileError("The service is busy and could not read your file. Upload it again in a minute.");
  if (late === "read") {
    throw fileError(
      `This file took more than ${seconds} seconds to read, which is our limit. Split it and upload the parts.`,
    );
  }
  // V8 aborts when it is out of memory
  if (signal === "SIGABRT" || signal === "SIGTRAP") {
    throw fileError(
      `This file needs more than ${megabytes} MB of memory to read, which is our limit. Split it and upload the parts.`,
    );
  }
  throw fileError("We cannot read this file. Open it in the program that made it, and save it again.");
}
