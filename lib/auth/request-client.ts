import { headers } from "next/headers";
import { clientHeader } from "@/lib/security/rate-limit";

/** The key of a request's network for today, from the header that our server sets. See `clientKey`. */
export const clientKeyOf = ({ headers }: { headers: Pick<Headers, "get"> }) => headers.get(clientHeader) ?? "unknown";

/** The same for the request that Next is handling. */
export async function getClientKey(): Promise<string> {
  return clientKeyOf({ headers: await headers() });
}
