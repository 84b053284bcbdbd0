import { TextLink } from "@/components/ui/text-link";
import type { SafeguardingContact } from "@/lib/moderation/safeguarding/contact.queries";
import { paths } from "@/lib/routes";

/** Whom to call when somebody may be in danger: the contacts of the rep's areas and unions, or where to name one. */
export function SafeguardingContacts({ contacts }: { contacts: SafeguardingContact[] }) {
  if (contacts.length === 0)
    return (
      <p>
        Nobody is named as the safeguarding contact of your area or union.{" "}
        <TextLink href={paths.safeguarding}>Who can name one</TextLink>
      </p>
    );
  return (
    <ul>
      {contacts.map(({ scope, place, name, phone }) => (
        <li key={scope}>
          Safeguarding contact for {place}: {name},{" "}
          <a className="link" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>
            {phone}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Above the cases of people in danger, and on the page of one. */
export function DangerAdvice({ contacts, isOnCase = false }: { contacts: SafeguardingContact[]; isOnCase?: boolean }) {
  return (
    <div className="measure pb-2 text-base/snug">
      <p>
        {isOnCase ? "" : "Read these first. "}If a life is at risk now, call 999. When you decide, you can send the
        author a message that says where to find help.
      </p>
      <SafeguardingContacts contacts={contacts} />
      <p>
        It can be hard to read. You can pass a case to a colleague, and you can talk to Samaritans on{" "}
        <a className="link" href="tel:116123">
          116 123
        </a>
        .
      </p>
    </div>
  );
}
