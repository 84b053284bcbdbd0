import { type Provider, type ProviderMetadata, providerMetadata } from "@/lib/auth/providers/provider.schema";

const timeout = 10_000; // milliseconds
const found = new Map<string, Promise<ProviderMetadata>>();

/**
 * The provider's metadata, fetched once in the life of the process, and again after a failure. next-auth would fetch
 * them for every request, whoever made it.
 * @throws when the provider is unavailable, or is not the one that the operator configured
 */
export function discoverMetadata({ issuer }: Provider): Promise<ProviderMetadata> {
  const existing = found.get(issuer);
  if (existing) return existing;
  const discovery = fetchMetadata(issuer);
  found.set(issuer, discovery);
  discovery.catch(() => found.delete(issuer));
  return discovery;
}

async function fetchMetadata(issuer: string): Promise<ProviderMetadata> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(timeout), redirect: "error" });
  if (!response.ok) throw new Error(`The provider answered ${response.status}.`);
  const metadata = providerMetadata.parse(await response.json());
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw new Error("It is another issuer's metadata.");
  return metadata;
}
