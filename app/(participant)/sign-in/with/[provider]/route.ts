import { notFound } from "next/navigation";
import { findProvider } from "@/lib/auth/providers/provider.queries";
import { savePendingSignIn } from "@/lib/auth/providers/provider-cookies";
import { startProviderSignIn } from "@/lib/auth/providers/provider-sign-in.commands";
import { getClientKey } from "@/lib/auth/request-client";
import { localPath } from "@/lib/auth/return-path.rules";
import { paths } from "@/lib/routes";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { seeOther } from "@/lib/see-other";

type Context = { params: Promise<{ provider: string }> };

/**
 * Redirects the browser to a provider. The page links here instead of posting a form, because our security headers
 * forbid forms whose redirect leaves this site. A program that fetches it only gets a secret of its own.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  if (!(await isWithinLimit("provider-client", await getClientKey()))) return seeOther(paths.signInFailed(provider.id));
  const to = localPath(new URL(request.url).searchParams.get("to"));
  try {
    const { address, pending } = await startProviderSignIn(provider, to);
    await savePendingSignIn(provider.id, pending);
    return seeOther(address);
  } catch {
    // the provider is unavailable; its error may contain secrets, so it is not logged
    return seeOther(paths.signInFailed(provider.id));
  }
}
