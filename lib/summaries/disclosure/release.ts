import { type Audited, auditBounds, auditDraft } from "./audit";
import { type Contributor, tallyMembers } from "./cell-members";
import { methodVersion, type Parameters, standard } from "./parameters";
import { type Published, publish } from "./publication";
import { listDue, makeDraft, totalOf } from "./release-draft";
import { isEmpty, noState, type State } from "./release-state";
import { isDrawn } from "./secret-draw";
import type { Bounds, Progress } from "./suppression-search";
import { type FamilyInput, makeFamily } from "./table-family";

/**
 * contributors: all who count today on the strategy, withdrawn ones left out. family: the fixed tables. secret: draws the
 * cells that are looked at. previous: the state that the last release returned. parameters and believed (what the audit takes the method to be) differ from the
 * standard in tests only.
 */
export type ReleaseInput = {
  family: FamilyInput;
  secret: string;
  contributors: readonly Contributor[];
  previous?: State | undefined;
  parameters?: Parameters;
  believed?: Parameters;
  bounds?: Partial<Bounds>;
  progress?: Progress;
};

/** hidden is internal, like the state: which cells the audit hid would tell them from small ones. */
export type Release = { published: Published; state: State; hidden: Audited["hidden"]; refused: string[] };

/**
 * Makes the next release of every LEP that is due. published.leps is empty when none is: then store nothing and
 * keep the previous state. The same people and state give the same bytes, whatever the order of the input.
 */
export async function makeRelease(input: ReleaseInput): Promise<Release> {
  const { parameters = standard, believed = parameters, previous = noState, progress = () => {} } = input;
  const family = makeFamily(input.family);
  const members = tallyMembers(family, input.contributors);
  const refused: string[] = [];
  for (;;) {
    const due = listDue(family, members, previous, parameters).filter((lep) => !refused.includes(lep));
    const isDrawnNow = (id: string) => isDrawn(input.secret, id, previous.release + 1, parameters.drawOneIn);
    const draft = makeDraft(family, due, members, previous, parameters, isDrawnNow);
    const audited = await auditDraft(family, due, draft, believed, { ...auditBounds, ...input.bounds }, progress);
    if (audited.refused !== null) {
      refused.push(audited.refused);
      continue;
    }
    const release = previous.release + Number(due.length > 0);
    const hidden = audited.hidden.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const hiddenNow = new Set(hidden.map(({ id }) => id));
    const cells = { ...previous.cells };
    for (const [id, { shown, hidden: wasHidden, members: counted }] of [...draft].sort(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      // what is hidden now comes back through the gate, counted from today
      const stands = { shown, hidden: wasHidden, members: hiddenNow.has(id) ? (members.get(id) ?? []) : counted };
      if (isEmpty(stands)) delete cells[id];
      else cells[id] = stands;
    }
    const leps = { ...previous.leps };
    for (const lep of due) leps[lep] = { release, members: members.get(totalOf(lep)) ?? [] };
    const published = publish(family, due, draft, release, methodVersion, parameters);
    return { published, state: { release, cells: ordered(cells), leps: ordered(leps) }, hidden, refused };
  }
}

function ordered<T>(rows: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)));
}
