import { makeModel } from "./audit-model";
import type { Parameters } from "./parameters";
import type { Draft, DraftCell } from "./release-draft";
import { type Bounds, OutOfBounds, type Progress, searchModel, type Why } from "./suppression-search";
import { every, type Family } from "./table-family";

export type Hidden = { id: string; why: Why };
export type Audited = { hidden: Hidden[]; refused: string | null };

/** Enough for all LEPs of England on two cores; beyond it more is hidden rather than less searched. */
export const auditBounds: Bounds = { cells: 150_000, solves: 200_000, milliseconds: 900_000 };

/**
 * Attacks a draft until it stands: what it hides is gone from the draft. LEPs linked by shared districts are
 * searched as one. refused: a LEP that cannot release now, because nothing more could be hidden for its sake.
 * If a search runs out of bounds all inner cells are hidden and it is tried once more; then the release is refused.
 */
export async function auditDraft(
  family: Family,
  due: string[],
  draft: Draft,
  parameters: Parameters,
  bounds: Bounds,
  progress: Progress,
): Promise<Audited> {
  const hidden: Hidden[] = [];
  for (const leps of listLinked(family, due)) {
    const refused = await auditLinked(family, leps, draft, parameters, bounds, progress, hidden);
    if (refused) return { hidden, refused: smallest(leps, draft) };
  }
  return { hidden, refused: null };
}

async function auditLinked(
  family: Family,
  leps: string[],
  draft: Draft,
  parameters: Parameters,
  bounds: Bounds,
  progress: Progress,
  hidden: Hidden[],
): Promise<boolean> {
  const hide = (cell: DraftCell | undefined, why: Why) => {
    if (!cell || cell.shown === null) return;
    draft.set(cell.id, { ...cell, shown: null, hidden: true });
    hidden.push({ id: cell.id, why });
  };
  for (const coarse of [false, true]) {
    const { cells } = makeModel(family, leps, draft, parameters, true);
    if (coarse) for (const cell of cells.filter(isInner)) hide(cell, "out of bounds");
    try {
      for (const told of [true, false]) {
        const model = makeModel(family, leps, draft, parameters, told);
        const found = await searchModel(model, bounds, progress);
        if (found === null) return true;
        for (const [cell, why] of found) hide(draft.get(model.cells[cell]?.id ?? ""), why);
      }
      return false;
    } catch (error) {
      if (!(error instanceof OutOfBounds)) throw error;
    }
  }
  return true;
}

function isInner({ cell, fixed }: DraftCell): boolean {
  return !fixed && cell.sector !== every && "district" in cell.place;
}

/** LEPs grouped by shared districts, however many steps apart. */
function listLinked(family: Family, due: string[]): string[][] {
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

function smallest(leps: string[], draft: Draft): string {
  const total = (lep: string) => draft.get(`${every}|${every}|lep:${lep}`)?.shown ?? 0;
  return [...leps].sort((a, b) => total(a) - total(b) || (a < b ? -1 : 1))[0] ?? "";
}
