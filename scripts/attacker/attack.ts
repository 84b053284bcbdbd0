import { boundCells } from "./cell-bounds";
import { attackHistory, type ChangeClaim, type CountClaim } from "./history-attack";
import {
  countElsewhere,
  type ListedComment,
  lepsByDistrict,
  listAliases,
  listedAtMost,
  listPublicConstraints,
  listRemaining,
  type PlacedClaim,
  placeAliases,
} from "./public-list";
import { parseHistory } from "./release-parser";

/**
 * - `exact`: proven true counts
 * - `narrow`: cells not shown, or under 10, with bounds tighter than 0 to 9
 * - `proven`: joins and departures between two releases
 * - `contradictions`: releases whose figures no table of counts can explain, so that an assumption is wrong
 * - `placed`: aliases of which more than half must have joined or left a cell, with the list of comments
 * - `elsewhere`: people counted in a LEP and listed under another, with the list of comments
 * - `remaining`: cells not shown in which somebody must still be, if they are small, with the list of comments
 */
export type Findings = {
  exact: CountClaim[];
  narrow: CountClaim[];
  proven: ChangeClaim[];
  contradictions: number[];
  placed: PlacedClaim[];
  remaining: CountClaim[];
  elsewhere: CountClaim[];
};

/** Bounds closer than this may be narrowed further by the releases before and after. */
const narrowWidth = 4;

/**
 * What a stranger who knows the method can prove from the published JSON of a series of releases, oldest first: from each
 * release (cell-bounds.ts), then from all together (history-attack.ts).
 * @param lists the published comments at each release, which give exact counts by theme and LEP (public-list.ts)
 */
export async function attack(publicHistory: unknown[], lists: ListedComment[][] = []): Promise<Findings> {
  const history = parseHistory(publicHistory);
  const known = new Map<string, CountClaim>();
  const narrowCells = new Set<string>();
  const contradictions: number[] = [];
  const addClaim = (claim: CountClaim) => {
    const before = known.get(`${claim.release} ${claim.cell}`) ?? claim;
    const tighter = { ...claim, low: Math.max(claim.low, before.low), high: Math.min(claim.high, before.high) };
    known.set(`${claim.release} ${claim.cell}`, tighter);
  };
  const districts = lepsByDistrict(history);
  const listed = lists.map(listAliases);
  for (const [t, release] of history.entries()) {
    const list = listed[t];
    const bounds = await boundCells(release, list ? listPublicConstraints(release, list, districts) : []);
    if (!bounds) contradictions.push(release.release);
    for (const parsed of release.cells.values()) {
      const { cell, figures } = parsed;
      if (list && parsed.sector === "all" && parsed.place.startsWith("lep:")) continue; // the list has it
      const most = list ? listedAtMost(parsed, list, districts) : Number.POSITIVE_INFINITY;
      if (most === 0) continue;
      const [low, high] = bounds?.get(cell) ?? [0, Number.POSITIVE_INFINITY];
      const isShown = (figures[0] ?? null) !== null;
      if (low === high || (isShown ? high <= 9 : low > 0 || high < Math.min(9, most)))
        addClaim({ release: release.release, cell, low, high });
      if (high - low < narrowWidth) narrowCells.add(`${release.release} ${cell}`);
    }
  }
  const combined = await attackHistory(history, (release, cell) => narrowCells.has(`${release} ${cell}`));
  if (!combined) contradictions.push(Number.NaN);
  for (const claim of combined?.known ?? []) addClaim(claim);
  const all = [...known.values()];
  return {
    exact: all.filter(({ low, high }) => low === high),
    narrow: all.filter(({ low, high }) => low !== high),
    proven: combined?.proven ?? [],
    contradictions,
    placed: listed.length > 0 ? placeAliases(history, listed) : [],
    remaining: listed.length > 0 ? listRemaining(history, listed) : [],
    elsewhere: listed.length > 0 ? countElsewhere(history, listed) : [],
  };
}
