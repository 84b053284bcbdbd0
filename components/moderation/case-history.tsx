import { formatDay } from "@/lib/dates";

type Reassignment = {
  kind: keyof typeof kindText;
  reassignedBy: string | null;
  toAreaId: string;
  reason: string | null;
  reassignedAt: Date;
};

const kindText = {
  reassigned_to_rep: "passed it to a colleague",
  reassigned_to_union: "passed it to another union",
  reassigned_to_area: "passed it to another area",
  recused: "stepped back",
  overdue: "passed it to another area",
  returned_to_area: "gave it back to all reps of the area",
};

/** The reassignments of a case, oldest first. */
export function CaseHistory({ reassignments }: { reassignments: Reassignment[] }) {
  if (reassignments.length === 0) return null;
  return (
    <section aria-labelledby="path-title" className="mb-6">
      <h2 id="path-title" className="mb-1 text-xl">
        Case history
      </h2>
      <ol className="list-decimal pl-6">
        {reassignments.map(({ kind, reassignedBy, reason, reassignedAt }) => (
          <li key={reassignedAt.toISOString()}>
            {reassignedBy ?? "The service"} {kindText[kind]} on {formatDay(reassignedAt)}.{reason && ` “${reason}”`}
          </li>
        ))}
      </ol>
    </section>
  );
}
