type SecurityOptions = { dev: boolean; origin?: string };

/** Figures for frames on others' pages: no form and no script is there, see docs/decisions/0066. */
const isEmbeddable = (path: string) => /^\/embed\/leps\/[a-z0-9-]+\/[a-z-]+$/.test(path);

/**
 * The Content-Security-Policy of a page.
 * @param scripts sources beside our own, such as hashes
 * @param path without its query; every page but the figures for frames is closed to frames
 */
export function contentSecurityPolicy(scripts: string[] = [], dev = false, path = "/"): string {
  // Next's development tools evaluate code and open a socket
  const scriptSources = dev ? ["'unsafe-eval'", "'unsafe-inline'"] : scripts;
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
    isEmbeddable(path) ? "frame-ancestors *" : "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers of every answer, names and values in turn, without the policy of contentSecurityPolicy. */
export function securityHeaders({ origin }: SecurityOptions, path: string): string[] {
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
    ...(path.startsWith("/api/v1/")
      ? ["Cross-Origin-Resource-Policy", "cross-origin", "Access-Control-Allow-Origin", "*"]
      : ["Cross-Origin-Resource-Policy", isEmbeddable(path) ? "cross-origin" : "same-origin"]),
    ...(origin?.startsWith("https:") ? ["Strict-Transport-Security", "max-age=63072000"] : []),
  ];
}

/** The same, with a content policy that lets no script run: for what is not one of Next's pages. */
export const scriptlessHeaders = (options: SecurityOptions, path: string): string[] => [
  ...securityHeaders(options, path),
  ...["Content-Security-Policy", contentSecurityPolicy()],
];
