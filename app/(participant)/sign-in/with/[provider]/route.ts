import { notFound } from "next/navigation";
import { startAuthorization } from "@/lib/auth/providers/openid-connect";
import { savePendingAuthorization } from "@/lib/auth/providers/pending-authorization";
import { findProvider } from "@/lib/auth/providers/provider.queries";
import { getClientKey } from "@/lib/auth/request-client";
import { localPath, paths } from "@/lib/routes";
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
    const { address, pending } = await startAuthorization(provider, to);
    await savePendingAuthorization(pending);
    return seeOther(address);
  } catch {
    // the provider is unavailable; its error may contain secrets, so it is not logged
    return seeOther(paths.signInFailed(provider.id));
  }
}
