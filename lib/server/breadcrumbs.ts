import { type Access, routes } from "@/lib/routes";
import { isOfGroups } from "@/lib/server/route-access";
import { findRoute } from "@/lib/server/route-table";
import type { Role } from "@/prisma/generated/enums";

/** The address that Next makes a page for: layouts have no other way to know it. A client's own is taken away. */
export const pathHeader = "x-att-path";

export type Crumb = { path: string; label: string };

/** Of somebody with these roles; null for whoever is not signed in. */
type Viewer = readonly Role[] | null;

function mayOpen(access: Access | readonly Access[], viewer: Viewer): boolean {
  return viewer === null ? [access].flat().includes("public") : isOfGroups({ roles: viewer, hasAccount: true }, access);
}

/**
 * The pages above a page, from the start page down, without those that this viewer may not open; none for a page of the
 * first level. `{area}` is still to be replaced: see areaOf.
 */
export function listCrumbs(path: string, viewer: Viewer): Crumb[] {
  const segments = path.split("/").slice(1);
  const above = segments.slice(0, -1).flatMap((_, i): Crumb[] => {
    const own = `/${segments.slice(0, i + 1).join("/")}`;
    const match = findRoute(own);
    if (!match?.route.crumb || !mayOpen(match.route.access, viewer)) return [];
    const label = match.route.crumb.replace(/\{(\w+)\}/g, (mark, name: string) => match.params[name] ?? mark);
    return [{ path: own, label }];
  });
  return above.length === 0 ? [] : [{ path: routes.home.path, label: "Home" }, ...above];
}

export const areaMark = "{area}";

/** Whose name replaces "{area}": that of a strategy, or of a body, with its slug. Null where no crumb needs one. */
export function areaOf(crumbs: readonly Crumb[]): { kind: "strategy" | "body"; slug: string } | null {
  const [, first, slug] = crumbs.find(({ label }) => label.includes(areaMark))?.path.split("/") ?? [];
  return slug ? { kind: first === "strategies" ? "strategy" : "body", slug } : null;
}
