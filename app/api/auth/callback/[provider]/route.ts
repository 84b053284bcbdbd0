import { notFound } from "next/navigation";
import { acceptSignIn, getSessionToken } from "@/lib/auth/current-session";
import { findProvider } from "@/lib/auth/providers/provider.queries";
import { takePendingSignIn } from "@/lib/auth/providers/provider-cookies";
import { completeProviderSignIn } from "@/lib/auth/providers/provider-sign-in.commands";
import { getClientKey } from "@/lib/auth/request-client";
import { paths } from "@/lib/routes";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { seeOther } from "@/lib/see-other";

type Context = { params: Promise<{ provider: string }> };

/** Where a provider sends people back to: works once, in the browser that went there from here. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  const pending = await takePendingSignIn(provider.id);
  const isAllowed = pending && (await isWithinLimit("provider-callback", await getClientKey()));
  const query = new URL(request.url).searchParams;
  const signedIn = isAllowed && (await completeProviderSignIn(provider, query, pending, await getSessionToken()));
  return seeOther(signedIn ? await acceptSignIn(signedIn) : paths.signInFailed(provider.id));
}
