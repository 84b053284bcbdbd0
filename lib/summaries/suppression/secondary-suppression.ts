import type { DraftCell } from "@/lib/summaries/disclosure/release-draft";
import { allValues } from "@/lib/summaries/disclosure/table-family";
import type { AuditModel } from "./audit-model";

/** A LEP's overall total must stay shown, as there is no release without it, and so must cells of another LEP's release. */
export function canSuppress(draft: DraftCell | undefined): boolean {
  if (!draft || draft.shown === null || draft.isFixed) return false;
  return !("lep" in draft.cell.place && draft.cell.theme === allValues && draft.cell.sector === allValues);
}

/**
 * The cost of suppressing a cell. Small inner cells are cheapest, then totals of a district or a sector, then totals of
 * a LEP; "any theme" costs more than one theme. It depends on published figures and names alone, so that the choice of
 * suppressions reveals nothing else.
 */
export function suppressionCost(draft: DraftCell | undefined): number {
  if (!draft) return 0;
  const { cell, shown } = draft;
  const margin = Number("lep" in cell.place) + Number(cell.sector === allValues);
  return 20 ** margin * (cell.theme === allValues ? 4 : 1) * (1 + (shown ?? 0) / 100);
}

/** All shown cells in the themes of these cells; all themes if one of them is of any theme. The last resort. */
export function listSuppressibleInThemes(model: AuditModel, near: number[]): number[] {
  const themes = new Set(near.map((i) => model.cells[i]?.cell.theme));
  return model.cells.flatMap((cell, i) =>
    canSuppress(cell) && (themes.has(allValues) || themes.has(cell.cell.theme)) ? [i] : [],
  );
}
