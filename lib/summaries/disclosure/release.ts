import { type AuditResult, auditDraft, auditLimits } from "@/lib/summaries/suppression/audit";
import type { OnProgress, SearchLimits } from "@/lib/summaries/suppression/suppression-search";
import { type Contributor, computeCellMembers } from "./cell-members";
import { countInterval } from "./count-interval";
import { type MethodParameters, methodVersion, standardParameters } from "./parameters";
import { countPublicChanges, extendHistory, makePublicList } from "./public-list";
import { type PublishedRelease, toPublishedRelease } from "./publication";
import { listDueLeps, makeReleaseDraft, totalCellId } from "./release-draft";
import { emptyState, isEmptyCell, type ReleaseState } from "./release-state";
import { isDrawn } from "./secret-draw";
import { type Cell, makeTableFamily, type TableFamilyInput } from "./table-family";

/**
 * - `family`: the fixed tables
 * - `secret`: the key of the secret draw
 * - `contributors`: everyone who counts today, without those who withdrew
 * - `previous`: the state that the last release returned
 * - `parameters`, and `auditParameters`, which the audit assumes: the standard ones except in tests
 */
export type ReleaseInput = {
  family: TableFamilyInput;
  secret: string;
  contributors: readonly Contributor[];
  previous?: ReleaseState | undefined;
  parameters?: MethodParameters;
  auditParameters?: MethodParameters;
  limits?: Partial<SearchLimits>;
  progress?: OnProgress;
};

/** `suppressions` and `state` are internal: they distinguish secondary from primary suppressions. */
export type Release = {
  published: PublishedRelease;
  state: ReleaseState;
  suppressions: AuditResult["suppressions"];
  refused: string[];
};

/**
 * Makes the next release of every LEP that is due. If none is, `published.leps` is empty, and the caller stores nothing
 * and keeps the previous state. The same people and state give the same bytes in any order of the input.
 * @returns `refused`: LEPs that were due, but whose tables could not be made safe
 */
export async function makeRelease(input: ReleaseInput): Promise<Release> {
  const {
    parameters = standardParameters,
    auditParameters = parameters,
    previous = emptyState,
    progress = () => {},
  } = input;
  const family = makeTableFamily(input.family);
  const members = computeCellMembers(family, input.contributors);
  const established = new Set(input.contributors.filter(({ isNew }) => !isNew).map(({ key }) => key >>> 0));
  const newKeys = new Set(input.contributors.map(({ key }) => key >>> 0).filter((key) => !established.has(key)));
  const publicList = makePublicList(family, input.contributors);
  const publicChanges = (cell: Cell, since: number) =>
    countPublicChanges(family, previous.publicly ?? {}, publicList, cell, since);
  const refused: string[] = [];
  for (;;) {
    const due = listDueLeps(family, members, previous, parameters, newKeys).filter((lep) => !refused.includes(lep));
    const isDrawnNow = (id: string) => isDrawn(input.secret, id, previous.release + 1, parameters.drawOneIn);
    const draft = makeReleaseDraft(family, due, members, previous, parameters, isDrawnNow, newKeys, publicChanges);
    const limits = { ...auditLimits, ...input.limits };
    const audit = await auditDraft(family, due, draft, auditParameters, limits, progress, publicList);
    if (audit.refused !== null) {
      refused.push(audit.refused);
      continue;
    }
    const release = previous.release + Number(due.length > 0);
    const suppressions = audit.suppressions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const suppressedIds = new Set(suppressions.map(({ id }) => id));
    const leps = { ...previous.leps };
    for (const lep of due)
      leps[lep] = { release, first: leps[lep]?.first ?? release, members: members.get(totalCellId(lep)) ?? [] };
    const publicly = due.length > 0 ? extendHistory(previous.publicly ?? {}, publicList, release) : previous.publicly;
    const state: ReleaseState = { release, cells: {}, leps: sortByKey(leps), ...(publicly && { publicly }) };
    const cells = { ...previous.cells };
    for (const [id, { cell, shown, isSecondary, members: counted, countedAt, lastShown }] of [...draft].sort(
      ([a], [b]) => (a < b ? -1 : 1),
    )) {
      const isShownAnew = shown !== null && countedAt === release;
      const last = isShownAnew ? { release, most: countInterval(shown, parameters)[1] } : lastShown;
      // a secondary suppression counts its changes from today, and returns through the gate
      const nextState = {
        shown,
        isSecondary,
        members: suppressedIds.has(id) ? (members.get(id) ?? []) : counted,
        countedAt: suppressedIds.has(id) ? release : (countedAt ?? 0),
        ...(last && { lastShown: last }),
      };
      if (isEmptyCell(nextState, state, family, cell)) delete cells[id];
      else cells[id] = nextState;
    }
    const published = toPublishedRelease(family, due, draft, release, methodVersion, parameters);
    return { published, state: { ...state, cells: sortByKey(cells) }, suppressions, refused };
  }
}

function sortByKey<T>(rows: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)));
}
