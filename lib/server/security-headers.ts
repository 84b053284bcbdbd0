import type { Exchange, ServerContext } from "@/lib/server/context";

/** Of a request, what its headers depend on. */
export type HeaderTarget = Pick<Exchange, "path" | "match"> & { server: Pick<ServerContext, "origin"> };

const isEmbeddable = ({ match }: HeaderTarget) => match?.route.embeddable === true;

type PolicyOptions = { nonce?: string; dev?: boolean; embeddable?: boolean };

/**
 * A Content-Security-Policy.
 * @param nonce what the inline scripts that may run carry; without one, none may
 * @param embeddable whether other sites may show it in a frame; no form and no script is there, see docs/decisions/0066
 */
export function contentSecurityPolicy({ nonce, dev = false, embeddable = false }: PolicyOptions = {}): string {
  // Next's development tools evaluate code and open a socket
  const scriptSources = dev ? ["'unsafe-eval'", "'unsafe-inline'"] : nonce ? [`'nonce-${nonce}'`] : [];
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptSources].join(" "),
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    embeddable ? "frame-ancestors *" : "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers of every response but its policy, names and values in turn. */
export function securityHeaders(target: HeaderTarget): string[] {
  return [
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "same-origin", // not no-referrer: a form without JavaScript would then be sent with Origin: null
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy",
    "same-origin",
    // public data is for any page to read
    ...(target.path.startsWith("/api/v1/")
      ? ["Cross-Origin-Resource-Policy", "cross-origin", "Access-Control-Allow-Origin", "*"]
      : ["Cross-Origin-Resource-Policy", isEmbeddable(target) ? "cross-origin" : "same-origin"]),
    ...(target.server.origin?.startsWith("https:") ? ["Strict-Transport-Security", "max-age=63072000"] : []),
  ];
}

/** The headers of a page of Next's, with a policy that lets only inline scripts with this nonce run. */
export const pageHeaders = (target: HeaderTarget, nonce: string | undefined, dev: boolean): string[] => [
  ...securityHeaders(target),
  ...["Content-Security-Policy", contentSecurityPolicy({ nonce, dev, embeddable: isEmbeddable(target) })],
];

/** The headers of everything else, with a policy that lets no inline script run. */
export const scriptlessHeaders = (target: HeaderTarget): string[] => [
  ...securityHeaders(target),
  ...["Content-Security-Policy", contentSecurityPolicy()],
];
