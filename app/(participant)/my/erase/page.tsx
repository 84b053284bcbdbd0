import type { Metadata } from "next";
import { ActionButton } from "@/components/forms/action-form";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { isStaff } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { erasePersonAction } from "./actions";

export const metadata: Metadata = { title: "Erase me" };

export default async function ErasePage() {
  const person = await requireSignedIn(paths.erase);
  return (
    <Page title="Erase me" lead="It happens at once. Nobody can bring it back, not even us.">
      <ul className="mb-6 list-disc space-y-2 pl-6">
        <li>
          The words of all your comments and replies go. Where one was published, a note says that its author took it
          back, so that what others wrote still makes sense.
        </li>
        <li>What you chose beside them goes, and your answers to comments of others.</li>
        <li>
          {person.accountId
            ? "Your e-mail address goes, what you follow, and you are signed out everywhere."
            : "Your receipt works no more, and you are signed out everywhere."}
        </li>
        <li>Complaints of yours go too. If one is open, you may want to wait for the answer.</li>
        {isStaff(person) && <li>Your roles end. What you decided as a rep or officer stays on the record.</li>}
        <li>
          Sealed copies for emergencies still hold it for 35 days. They are for nothing else, and go by themselves.
        </li>
        {!person.accountId && (
          <li>This is about the strategy of this receipt. If you have another receipt, come back with that one too.</li>
        )}
      </ul>
      <p className="mb-6">
        <TextLink href={paths.myDataFile}>Take your data away first</TextLink>
      </p>
      <ActionButton action={erasePersonAction} kind="danger">
        Erase me now
      </ActionButton>
      <p className="mt-6">
        <TextLink href={paths.my}>No, go back to my comments</TextLink>
      </p>
    </Page>
  );
}
