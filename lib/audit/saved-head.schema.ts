import { z } from "zod";
import type { SignedHead } from "@/lib/audit/head.rules";
import { isDay } from "@/lib/dates";
import { requiredText } from "@/lib/forms/fields.schema";

/** About 240 lines; longer files are for `ops verify --heads` or a reader's own script. */
export const maxSavedHeads = 56_000;

export const savedHeadsInput = z.object({
  heads: requiredText(maxSavedHeads, "Paste the check numbers you saved."),
});

const headPattern =
  /record-head\s+(\d{4}-\d\d-\d\d)\s+([a-z0-9-]{1,80})\s+(\d{1,9})\s+([0-9a-f]{64})(?:\s+(att-record-[A-Za-z0-9_-]{43})\s+([A-Za-z0-9_-]{86}))?/g;

const jsonHeads = z.object({
  chain: z.string(),
  heads: z.array(z.object({ day: z.string(), length: z.int(), hash: z.string(), line: z.string().optional() })),
});

/**
 * The heads that somebody saved, each once: lines of our file or mails, also quoted or wrapped, or the API's JSON.
 * @param chain the record that JSON without the name of one belongs to
 */
export function parseSavedHeads(text: string, chain?: string): SignedHead[] {
  const heads = new Map<string, SignedHead>();
  for (const head of text.trimStart().startsWith("{") ? readJson(text, chain) : readLines(text))
    if (isDay(head.day)) heads.set(JSON.stringify(head), head);
  return [...heads.values()].sort((a, b) => a.length - b.length || (a.day < b.day ? -1 : 1));
}

function readLines(text: string): SignedHead[] {
  const unquoted = text.replace(/^[>\s]+/gm, "");
  return [...unquoted.matchAll(headPattern)].map(
    ([, day = "", chain = "", length, hash = "", publicKey, signature]) => ({
      ...{ chain, day, length: Number(length), hash },
      ...{ publicKey: publicKey ?? null, signature: signature ?? null },
    }),
  );
}

function readJson(text: string, chain: string | undefined): SignedHead[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const parsed = jsonHeads.safeParse({ chain, ...(value as object) });
  if (!parsed.success) return [];
  const { heads, chain: named } = parsed.data;
  return heads.flatMap(({ line, day, length, hash }) =>
    line === undefined ? [{ chain: named, day, length, hash, publicKey: null, signature: null }] : readLines(line),
  );
}
