import { ActionButton } from "@/components/forms/action-form";
import { Callout } from "@/components/ui/callout";
import { hasUnreachableAddress } from "@/lib/notifications/notice-mail.queries";
import type { Person } from "@/lib/people/person.policy";
import { setNoticeMailsAction } from "./notices/actions";

/** Shown to somebody whose mail server refused our last emails. */
export async function MailStopped({ person }: { person: Person }) {
  if (!(await hasUnreachableAddress(person))) return null;
  return (
    <Callout tone="warning" title="Our emails are not reaching you">
      <p>
        Our last emails to you were returned, so we have stopped sending them. You can read everything on this page. If
        your address works again, turn emails back on.
      </p>
      <ActionButton action={setNoticeMailsAction.bind(null, { isOn: true })}>Turn emails back on</ActionButton>
    </Callout>
  );
}
