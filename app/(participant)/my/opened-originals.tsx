import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { listViewedOriginals } from "@/lib/moderation/originals/original-list.queries";
import type { Person } from "@/lib/people/person.policy";

/** Originals of a person's masked texts that were opened, with the reason. */
export async function OpenedOriginals({ person }: { person: Person }) {
  return (await listViewedOriginals(person)).map(({ id, alias, viewedAt, reason }) => (
    <Callout key={id} tone="warning" title="Somebody read your masked text">
      <p>
        On {formatDay(viewedAt)} two people unlocked the masked text in your comment about {alias}. One of them read it.
        Nobody else can.
      </p>
      <p className="whitespace-pre-wrap break-words">Their reason: {reason}</p>
    </Callout>
  ));
}
