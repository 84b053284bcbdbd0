import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { listSanctionsInForce } from "@/lib/moderation/sanctions/sanction.queries";
import type { Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

const kindLabels = {
  warning: "A rep has sent you a warning. Read it before you write again",
  pre_moderation: "A rep will read what you write before it is published",
  suspension: "A rep has suspended you for a time",
};

/** Sanctions in force. */
export async function ActiveSanctions({ person }: { person: Person }) {
  const sanctions = await listSanctionsInForce(person);
  if (sanctions.length === 0) return null;
  return (
    <Callout tone="warning">
      {sanctions.map(({ id, kind, areaName }) => (
        <p key={id}>
          <TextLink href={paths.mySanction(id)}>
            {kindLabels[kind]}: {areaName}
          </TextLink>
        </p>
      ))}
    </Callout>
  );
}
