import type { Model } from "./audit-model";
import type { DraftCell } from "./release-draft";
import { every } from "./table-family";

/** A LEP's total for any theme stays, for without it there is no release; and so does what another LEP shows. */
export function canHide(draft: DraftCell | undefined): boolean {
  if (!draft || draft.shown === null || draft.fixed) return false;
  return !("lep" in draft.cell.place && draft.cell.theme === every && draft.cell.sector === every);
}

/**
 * How dear it is to hide a cell: the smallest inner cell is cheapest, then a district's or a sector's total, then a
 * LEP's; a theme before any theme. By published figures and names alone, so that the choice tells nothing more.
 */
export function weightOf(draft: DraftCell | undefined): number {
  if (!draft) return 0;
  const { cell, shown } = draft;
  const margin = Number("lep" in cell.place) + Number(cell.sector === every);
  return 20 ** margin * (cell.theme === every ? 4 : 1) * (1 + (shown ?? 0) / 100);
}

/** All shown cells of the themes of these: what is hidden when nothing less will do. For any theme: all themes. */
export function listTheme(model: Model, near: number[]): number[] {
  const themes = new Set(near.map((i) => model.cells[i]?.cell.theme));
  return model.cells.flatMap((cell, i) =>
    canHide(cell) && (themes.has(every) || themes.has(cell.cell.theme)) ? [i] : [],
  );
}
