import type { MethodParameters } from "@/lib/summaries/disclosure/parameters";
import type { PublicList } from "@/lib/summaries/disclosure/public-list";
import type { DraftCell, ReleaseDraft } from "@/lib/summaries/disclosure/release-draft";
import { allValues, type TableFamily } from "@/lib/summaries/disclosure/table-family";
import { makeAuditModel } from "./audit-model";
import {
  LimitExceeded,
  type OnProgress,
  type SearchLimits,
  type SuppressionReason,
  searchSuppressions,
} from "./suppression-search";

export type Suppression = { id: string; reason: SuppressionReason };
export type AuditResult = { suppressions: Suppression[]; refused: string | null };

/** Enough for all LEPs of England on two cores. Beyond them the audit suppresses more instead of searching less. */
export const auditLimits: SearchLimits = { cells: 150_000, solves: 200_000 };

/**
 * The disclosure audit: suppresses further cells of the draft until no search finds an exposed cell. LEPs that share
 * districts are searched together. If a search exceeds its limits, all inner cells are suppressed and it is repeated
 * once.
 * @returns `refused`: a LEP that cannot release now, because nothing is left to suppress or the limits were exceeded
 */
export async function auditDraft(
  family: TableFamily,
  due: string[],
  draft: ReleaseDraft,
  parameters: MethodParameters,
  limits: SearchLimits,
  progress: OnProgress,
  publicList: PublicList = new Map(),
): Promise<AuditResult> {
  const suppressions: Suppression[] = [];
  for (const leps of groupLinkedLeps(family, due)) {
    const refused = await auditLinkedLeps(family, leps, draft, parameters, limits, progress, suppressions, publicList);
    if (refused) return { suppressions, refused: smallestLep(leps, draft) };
  }
  return { suppressions, refused: null };
}

async function auditLinkedLeps(
  family: TableFamily,
  leps: string[],
  draft: ReleaseDraft,
  parameters: MethodParameters,
  limits: SearchLimits,
  progress: OnProgress,
  suppressions: Suppression[],
  publicList: PublicList,
): Promise<boolean> {
  const suppress = (cell: DraftCell | undefined, reason: SuppressionReason) => {
    if (!cell || cell.shown === null) return;
    draft.set(cell.id, { ...cell, shown: null, isSecondary: true });
    suppressions.push({ id: cell.id, reason });
  };
  for (const coarse of [false, true]) {
    const { cells } = makeAuditModel(family, leps, draft, parameters, true, publicList);
    if (coarse) for (const cell of cells.filter(isInnerCell)) suppress(cell, "limit exceeded");
    try {
      for (const knowsPrimary of [true, false]) {
        const model = makeAuditModel(family, leps, draft, parameters, knowsPrimary, publicList);
        const found = await searchSuppressions(model, limits, progress);
        if (found === null) return true;
        for (const [cell, reason] of found) suppress(draft.get(model.cells[cell]?.id ?? ""), reason);
      }
      return false;
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
    }
  }
  return true;
}

function isInnerCell({ cell, isFixed }: DraftCell): boolean {
  return !isFixed && cell.sector !== allValues && "district" in cell.place;
}

/** The due LEPs in groups connected by shared districts, directly or through other LEPs. */
function groupLinkedLeps(family: TableFamily, due: string[]): string[][] {
  const groups: string[][] = [];
  for (const lep of due) {
    const touches = (other: string) =>
      family.leps.get(lep)?.some((district) => family.districts.get(district)?.includes(other));
    const linked = groups.filter((group) => group.some(touches));
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push([...linked.flat(), lep].sort());
  }
  return groups;
}

function smallestLep(leps: string[], draft: ReleaseDraft): string {
  const total = (lep: string) => draft.get(`${allValues}|${allValues}|lep:${lep}`)?.shown ?? 0;
  return [...leps].sort((a, b) => total(a) - total(b) || (a < b ? -1 : 1))[0] ?? "";
}
