import { paths } from "@/lib/routes";

const maxPathLength = 300;

/**
 * An address of ours to go on to after signing in, or null for whatever else was given: another site's address, a
 * path that a browser would read as one, or the sign-in pages themselves.
 */
export function localPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > maxPathLength) return null;
  // browsers read "//", "/\" and a tab between as the beginning of another site's address
  if (!/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(value)) return null;
  const base = "https://ours.invalid";
  if (!URL.canParse(value, base)) return null;
  const { origin, pathname, search } = new URL(value, base);
  if (origin !== base || pathname.startsWith("//")) return null;
  const isSignInPath = [paths.signIn, paths.signOut].some(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  );
  return isSignInPath ? null : pathname + search;
}
