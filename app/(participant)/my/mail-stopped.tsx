import { ActionButton } from "@/components/forms/action-form";
import { Callout } from "@/components/ui/callout";
import { hasUnreachableAddress } from "@/lib/notifications/notice-mail.queries";
import type { Person } from "@/lib/people/person.policy";
import { setNoticeMailsAction } from "./notices/actions";

/** Shown to somebody whose mail server refused our last e-mails. */
export async function MailStopped({ person }: { person: Person }) {
  if (!(await hasUnreachableAddress(person))) return null;
  return (
    <Callout tone="warning" title="Our e-mails do not reach you">
      <p>
        Your mail server refused the last e-mails to your address, so we have stopped sending them. You can read
        everything on this page. If your address works again, start them again.
      </p>
      <ActionButton action={setNoticeMailsAction.bind(null, { isOn: true })}>Send me e-mails again</ActionButton>
    </Callout>
  );
}
