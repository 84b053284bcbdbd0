import type { DraftCell } from "@/lib/summaries/disclosure/release-draft";
import { allValues } from "@/lib/summaries/disclosure/table-family";
import type { AuditModel } from "./audit-model";

/** A LEP's total for any theme stays, for without it there is no release; and so does what another LEP shows. */
export function canSuppress(draft: DraftCell | undefined): boolean {
  if (!draft || draft.shown === null || draft.isFixed) return false;
  return !("lep" in draft.cell.place && draft.cell.theme === allValues && draft.cell.sector === allValues);
}

/**
 * How dear it is to hide a cell: the smallest inner cell is cheapest, then a district's or a sector's total, then a
 * LEP's; a theme before any theme. By published figures and names alone, so that the choice tells nothing more.
 */
export function suppressionCost(draft: DraftCell | undefined): number {
  if (!draft) return 0;
  const { cell, shown } = draft;
  const margin = Number("lep" in cell.place) + Number(cell.sector === allValues);
  return 20 ** margin * (cell.theme === allValues ? 4 : 1) * (1 + (shown ?? 0) / 100);
}

/** All shown cells of the themes of these: what is hidden when nothing less will do. For any theme: all themes. */
export function listSuppressibleInThemes(model: AuditModel, near: number[]): number[] {
  const themes = new Set(near.map((i) => model.cells[i]?.cell.theme));
  return model.cells.flatMap((cell, i) =>
    canSuppress(cell) && (themes.has(allValues) || themes.has(cell.cell.theme)) ? [i] : [],
  );
}
