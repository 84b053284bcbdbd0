import { notFound } from "next/navigation";
import { startAccountSession, takeAway } from "@/lib/auth/current-session";
import { openByProvider } from "@/lib/auth/providers/identity.commands";
import { comeBack, type Kept } from "@/lib/auth/providers/openid-connect";
import { findProvider } from "@/lib/auth/providers/provider.queries";
import type { Claims, Provider } from "@/lib/auth/providers/provider.schema";
import { paths } from "@/lib/routes";

type Context = { params: Promise<{ provider: string }> };

/** Back from another body's sign-in, in the browser that left, once. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  const kept = await takeAway();
  const claims = kept?.provider === provider.id && (await whoCame(provider, request, kept));
  if (!claims) return goTo(paths.signInFailed(provider.id));
  const { accountId, home, isProved } = await openByProvider(provider, claims);
  return goTo(await startAccountSession(accountId, kept.to ?? home, isProved));
}

/** Null when it is not right, whatever it is: refused there, changed on the way, used before, too late. */
async function whoCame(provider: Provider, request: Request, kept: Kept): Promise<Claims | null> {
  return comeBack(provider, new URL(request.url).search, kept).catch(() => null);
}

const goTo = (location: string) => new Response(null, { status: 303, headers: { location } });
