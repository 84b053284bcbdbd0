/** Pages that need React in the browser: they keep Next's scripts. Every other page is still. */
const hydratedRoutes = ["/moderation", "/sign-in/second-step"];

/** Whether this path is a live page, or below one. */
export function isHydrated(path: string): boolean {
  return hydratedRoutes.some((route) => path === route || path.startsWith(`${route}/`));
}
