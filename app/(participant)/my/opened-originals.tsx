import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { listOpened } from "@/lib/moderation/originals/original-list.queries";
import type { Person } from "@/lib/people/person.policy";

/** The masked words of a person that two others opened, and why. */
export async function Opened({ person }: { person: Person }) {
  return (await listOpened(person)).map(({ id, alias, at, why }) => (
    <Callout key={id} tone="warning" title="Masked words of yours were opened">
      <p>
        On {formatDay(at)} two people opened what is masked in a comment of {alias}. One of them read it. Nobody else
        can.
      </p>
      <p className="whitespace-pre-wrap break-words">They said why: {why}</p>
    </Callout>
  ));
}
