/** Pages that need React in the browser: they keep Next's scripts. Every other page is still. */
const liveRoutes = ["/moderation", "/sign-in/second-step"];

/** Whether this path is a live page, or below one. */
export function isLive(path: string): boolean {
  return liveRoutes.some((route) => path === route || path.startsWith(`${route}/`));
}
