import type { Metadata } from "next";
import { ActionButton } from "@/components/forms/action-form";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { isStaff } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { erasePersonAction } from "./actions";

export const metadata: Metadata = { title: "Erase my data" };

export default async function ErasePage() {
  const person = await requireSignedIn(paths.erase);
  return (
    <Page
      title="Erase my data"
      lead="We delete what leads to you straight away. Nobody can get your data back, not even us."
    >
      <ul className="mb-6 list-disc space-y-2 pl-6">
        <li>
          We delete all your comments and replies. If one was published, a note stays to say that its author withdrew
          it.
        </li>
        <li>
          Published text goes with one of the next 3 editions of each strategy, usually within 3 days. We pick one at
          random, so nobody can see who left, or when. To remove a comment now, withdraw it first.
        </li>
        <li>We delete the details you gave, and how you reacted to other people.</li>
        <li>
          {person.accountId
            ? "We delete your email address and what you follow, and sign you out everywhere."
            : "Your receipt stops working, and we sign you out everywhere."}
        </li>
        <li>We delete your complaints. If one is open, you may want to wait for the answer.</li>
        {isStaff(person) && <li>Your roles end. What you decided as a rep or officer stays on the record.</li>}
        <li>
          Our locked backups still hold your data for 35 days. We only use them if something goes badly wrong. After 35
          days they go too.
        </li>
        {!person.accountId && (
          <li>This only covers the strategy of this receipt. If you have one more, come back with that too.</li>
        )}
      </ul>
      <p className="mb-6">
        <TextLink href={paths.myDataFile}>Download your data first</TextLink>
      </p>
      <ActionButton action={erasePersonAction} kind="danger">
        Erase my data now
      </ActionButton>
      <p className="mt-6">
        <TextLink href={paths.my}>No, go back to my comments</TextLink>
      </p>
    </Page>
  );
}
