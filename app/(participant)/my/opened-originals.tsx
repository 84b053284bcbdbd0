import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { listViewedOriginals } from "@/lib/moderation/originals/original-list.queries";
import type { Person } from "@/lib/people/person.policy";

/** Originals of a person's masked texts that were opened, with the reason. */
export async function OpenedOriginals({ person }: { person: Person }) {
  return (await listViewedOriginals(person)).map(({ id, alias, viewedAt, reason }) => (
    <Callout key={id} tone="warning" title="Masked words of yours were opened">
      <p>
        On {formatDay(viewedAt)} two people opened what is masked in a comment of {alias}. One of them read it. Nobody
        else can.
      </p>
      <p className="whitespace-pre-wrap break-words">They said why: {reason}</p>
    </Callout>
  ));
}
