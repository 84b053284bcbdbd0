import { boundsOf } from "./count-interval";
import type { CountClaim } from "./history-attack";
import type { ParsedRelease } from "./release-parser";
import { cellName } from "./release-parser";
import type { TableConstraint } from "./table-constraints";

/** The published comments when a release was made: who, under which LEP, and the theme of the section. */
export type ListedComment = { alias: string; lep: string; theme: string };
/** The aliases listed, by "theme|lep"; "any" is any theme. */
export type ListedAliases = Map<string, Set<string>>;
/** Proven: at least `least` of these aliases joined or left the cell. */
export type PlacedClaim = { release: number; cell: string; least: number; among: number };

export function listAliases(comments: readonly ListedComment[]): ListedAliases {
  const aliases: ListedAliases = new Map();
  for (const { alias, lep, theme } of comments)
    for (const name of ["any", theme]) {
      const id = `${name}|${lep}`;
      aliases.set(id, (aliases.get(id) ?? new Set()).add(alias));
    }
  return aliases;
}

/** The LEPs of each district, by all tables that were published. */
export function lepsByDistrict(history: readonly ParsedRelease[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { leps } of history)
    for (const [lep, districts] of leps)
      for (const district of districts) found.set(district, (found.get(district) ?? new Set()).add(lep));
  return found;
}

/** The LEPs under which somebody in this place may be listed. */
function listedUnder(place: string, districts: Map<string, Set<string>>): Set<string> {
  const name = place.slice(place.indexOf(":") + 1);
  if (place.startsWith("district:")) return districts.get(name) ?? new Set();
  return new Set([name, ...[...districts.values()].filter((leps) => leps.has(name)).flatMap((leps) => [...leps])]);
}

/** The most people that a cell can have by the list alone, which everybody knows. */
export function listedAtMost(
  { theme, place }: { theme: string; place: string },
  listed: ListedAliases,
  districts: Map<string, Set<string>>,
): number {
  return [...listedUnder(place, districts)].reduce((sum, lep) => sum + (listed.get(`${theme}|${lep}`)?.size ?? 0), 0);
}

/** Constraints on a release's counts by the list: exact by theme and LEP, but for districts that are in two. */
export function listPublicConstraints(
  release: ParsedRelease,
  listed: ListedAliases,
  districts: Map<string, Set<string>>,
): TableConstraint[] {
  const constraints: TableConstraint[] = [];
  const themes = [...new Set([...release.cells.values()].map(({ theme }) => theme))];
  for (const theme of themes) {
    const sizeOf = (lep: string) => listed.get(`${theme}|${lep}`)?.size ?? 0;
    const term = (district: string): [string, number] => [cellName(theme, "all", `district:${district}`), 1];
    for (const [lep, inside] of release.leps) {
      const most = listedAtMost({ theme, place: `lep:${lep}` }, listed, districts);
      constraints.push({ terms: [[cellName(theme, "all", `lep:${lep}`), 1]], lower: sizeOf(lep), upper: most });
      const own = inside.filter((district) => districts.get(district)?.size === 1);
      if (own.length > 0) constraints.push({ terms: own.map(term), lower: 0, upper: sizeOf(lep) });
    }
    const all = [...new Set([...release.leps.values()].flat())];
    const leps = new Set(all.flatMap((district) => [...(districts.get(district) ?? [])]));
    if ([...leps].some((lep) => !release.leps.has(lep))) continue;
    const total = [...leps].reduce((sum, lep) => sum + sizeOf(lep), 0);
    constraints.push({ terms: all.map(term), lower: total, upper: total });
  }
  return constraints;
}

/**
 * Each time that a figure moves, at least `gate` members changed since it moved before, all of them among the aliases
 * that joined or left the list of its theme meanwhile. A claim is made where that is more than half of them.
 */
export function placeAliases(history: readonly ParsedRelease[], lists: readonly ListedAliases[]): PlacedClaim[] {
  const districts = lepsByDistrict(history);
  const movedAt = new Map<string, number>();
  const claims: PlacedClaim[] = [];
  history.forEach(({ release, cells, method }, t) => {
    for (const { cell, theme, sector, place, figures, before } of cells.values()) {
      if (before === (figures[0] ?? null)) continue;
      const since = movedAt.get(cell);
      movedAt.set(cell, t);
      const isPublic = sector === "all" && place.startsWith("lep:");
      if (since === undefined || figures[0] === null || isPublic) continue; // hidden without a count, or known anyway
      let among = 0;
      for (const lep of listedUnder(place, districts)) {
        const [was, is] = [lists[since], lists[t]].map((list) => list?.get(`${theme}|${lep}`) ?? new Set<string>());
        among += [...(is ?? [])].filter((alias) => !was?.has(alias)).length;
        among += [...(was ?? [])].filter((alias) => !is?.has(alias)).length;
      }
      if (method.gate * 2 > among) claims.push({ release, cell, least: method.gate, among });
    }
  });
  return claims;
}

/**
 * A cell that is not shown after a figure that was: of those whom the figure counted, at most as many are gone as left the
 * list of its theme since. A claim is made where somebody must still be there. Whether it is small the attacker only
 * assumes, as other cells are hidden too.
 */
export function listRemaining(history: readonly ParsedRelease[], lists: readonly ListedAliases[]): CountClaim[] {
  const districts = lepsByDistrict(history);
  const lastCounted = new Map<string, { t: number; least: number }>();
  const claims: CountClaim[] = [];
  history.forEach(({ release, cells, method }, t) => {
    for (const parsed of cells.values()) {
      const { cell, theme, sector, place, figures, before } = parsed;
      const [figure = null] = figures;
      if (figure !== null && figure !== before) lastCounted.set(cell, { t, least: boundsOf(parsed, method)[0] });
      const last = lastCounted.get(cell);
      if (figure !== null || !last || (sector === "all" && place.startsWith("lep:"))) continue;
      let left = 0;
      for (const lep of listedUnder(place, districts)) {
        const [was, is] = [lists[last.t], lists[t]].map((list) => list?.get(`${theme}|${lep}`) ?? new Set<string>());
        left += [...(was ?? [])].filter((alias) => !is?.has(alias)).length;
      }
      if (last.least > left) claims.push({ release, cell, low: last.least - left, high: 9 });
    }
  });
  return claims;
}

/**
 * People of a district in two LEPs, who are listed under one of them and counted in the total of the other: the total is
 * rounded, the other's own list is exact, and what is left is how many there are. A claim is made where that is fewer
 * than ten, or surely somebody.
 */
export function countElsewhere(history: readonly ParsedRelease[], lists: readonly ListedAliases[]): CountClaim[] {
  const districts = lepsByDistrict(history);
  return history.flatMap(({ release, cells, method }, t) =>
    [...cells.values()].flatMap((parsed) => {
      const { theme, sector, place, figures } = parsed;
      const lep = place.slice(place.indexOf(":") + 1);
      const isShared = [...districts.values()].some((leps) => leps.size > 1 && leps.has(lep));
      if (sector !== "all" || !place.startsWith("lep:") || !isShared || (figures[0] ?? null) === null) return [];
      const own = lists[t]?.get(`${theme}|${lep}`)?.size ?? 0;
      const [least, most] = boundsOf(parsed, method);
      const [low, high] = [Math.max(0, least - own), most - own];
      return high < 9 || low > 0 ? [{ release, cell: `${theme} elsewhere than ${lep}`, low, high }] : [];
    }),
  );
}
