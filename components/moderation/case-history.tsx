import { formatDay } from "@/lib/dates";

type Step = { kind: keyof typeof words; by: string | null; toArea: string; why: string | null; at: Date };

const words = {
  passed_to_rep: "passed it to a colleague",
  passed_to_union: "passed it to another union",
  passed_to_area: "passed it to another area",
  recused: "stood back",
  rep_away: "passed it to another area",
  taken_back: "gave it back to all reps of the area",
};

/** From hand to hand: how a case came here. */
export function Path({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="path-title" className="mb-6">
      <h2 id="path-title" className="mb-1 text-xl">
        How it came here
      </h2>
      <ol className="list-decimal pl-6">
        {steps.map(({ kind, by, why, at }) => (
          <li key={at.toISOString()}>
            {by ?? "The service"} {words[kind]} on {formatDay(at)}.{why && ` “${why}”`}
          </li>
        ))}
      </ol>
    </section>
  );
}
