import { isIP } from "node:net";
import type { Env } from "@/lib/env";

type Settings = Pick<Env, "DATABASE_URL" | "DEMO" | "ORIGIN"> & { isEmbedded: boolean };

const isLocal = (host: string): boolean =>
  host === "" || host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

export const plainHttpWarning =
  "ORIGIN does not begin with https: cookies and what people type go over the network in the clear unless a proxy adds TLS. Set ORIGIN to the address that people type.";

/** What an operator should put right before people rely on a service with these settings; nothing for the demonstration. */
export function startupWarnings({ DATABASE_URL = "", DEMO, ORIGIN, isEmbedded }: Settings): string[] {
  if (DEMO) return [];
  const { hostname, searchParams } = new URL(DATABASE_URL);
  const host = searchParams.get("host") ?? hostname.replace(/^\[|\]$/g, ""); // a folder, for a socket
  const sslMode = searchParams.get("sslmode");
  return [
    isEmbedded &&
      "The database is the embedded PostgreSQL, which is for trying things out, and its key is in the same folder. For real use set DATABASE_URL and SECRET_KEY: docs/operating.md.",
    !isEmbedded &&
      !host.startsWith("/") &&
      !isLocal(host) &&
      sslMode !== "verify-full" &&
      `The connection to the database at ${host} does not check who answers (sslmode=${sslMode ?? "not set"}). Use sslmode=verify-full.`,
    !ORIGIN?.startsWith("https:") && plainHttpWarning,
  ].filter((warning) => typeof warning === "string");
}
