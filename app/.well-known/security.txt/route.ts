import { env } from "@/lib/env";
import { securityTxt } from "@/lib/security/security-txt";

export const dynamic = "force-dynamic";

/** Where to report a vulnerability (RFC 9116). */
export function GET(): Response {
  const { ORIGIN, PORT, SECURITY_CONTACT } = env();
  const text = securityTxt(ORIGIN ?? `http://localhost:${PORT}`, SECURITY_CONTACT, new Date());
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
