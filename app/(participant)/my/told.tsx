import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/format";
import { listOpened } from "@/lib/moderation/originals/queries";
import { listDiffering } from "@/lib/moderation/second-looks/queries";
import type { Person } from "@/lib/people/policy";

/** What was done about a person's comments after they were decided: masked words opened, a second rep who disagreed. */
export async function Told({ person }: { person: Person }) {
  const [opened, differing] = await Promise.all([listOpened(person), listDiffering(person)]);
  return (
    <>
      {opened.map(({ id, alias, at, why }) => (
        <Callout key={id} tone="warning" title="Masked words of yours were opened">
          <p>
            On {formatDay(at)} two people opened what is masked in a comment of {alias}. One of them read it. Nobody
            else can.
          </p>
          <p className="whitespace-pre-wrap break-words">They said why: {why}</p>
        </Callout>
      ))}
      {differing.map(({ id, alias, at }) => (
        <Callout key={id} title="A second rep would have decided otherwise">
          <p>
            On {formatDay(at)} another rep looked again at the decision on a comment of {alias}, and did not agree with
            it. If you have not appealed yet, you can.
          </p>
        </Callout>
      ))}
    </>
  );
}
