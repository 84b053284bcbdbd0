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
 * Sends the browser to another body's sign-in. A link, not a form: a form may lead to ourselves only, also by way of
 * us. Fetched by a program it does nothing but make a secret of that program's own.
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
    return seeOther(paths.signInFailed(provider.id)); // it is away; what it said may hold secrets, and helps nobody here
  }
}
