import { notFound } from "next/navigation";
import { startAccountSession } from "@/lib/auth/current-session";
import { findOrCreateProviderAccount } from "@/lib/auth/providers/identity.commands";
import { completeAuthorization, type PendingAuthorization } from "@/lib/auth/providers/openid-connect";
import { takePendingAuthorization } from "@/lib/auth/providers/pending-authorization";
import { findProvider } from "@/lib/auth/providers/provider.queries";
import type { Claims, Provider } from "@/lib/auth/providers/provider.schema";
import { paths } from "@/lib/routes";
import { seeOther } from "@/lib/see-other";

type Context = { params: Promise<{ provider: string }> };

/** The callback of a provider: works once, in the browser that started it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  const pending = await takePendingAuthorization();
  const claims = pending?.provider === provider.id && (await getClaims(provider, request, pending));
  if (!claims) return seeOther(paths.signInFailed(provider.id));
  const { accountId, homePath, isSecondFactorVerified } = await findOrCreateProviderAccount(provider, claims);
  return seeOther(await startAccountSession(accountId, pending.to ?? homePath, isSecondFactorVerified));
}

/** Null when the callback is not valid for any reason: refused at the provider, altered, used before, or expired. */
async function getClaims(provider: Provider, request: Request, pending: PendingAuthorization): Promise<Claims | null> {
  return completeAuthorization(provider, new URL(request.url).search, pending).catch(() => null);
}
