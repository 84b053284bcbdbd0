import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { AccountSection } from "./account-section";
import { loadPersonalData } from "./load-personal-data";
import { ParticipantSection } from "./participant-section";

export const metadata: Metadata = { title: "Your data" };

/** A person's data to read, and their consents to withdraw. */
export default async function DataPage() {
  const person = await requireSignedIn(paths.myData);
  const { account, participants, drafts, notices, complaints } = await loadPersonalData(person);
  return (
    <Page title="Your data" lead="All that we keep about you. Only you can see this page.">
      <p className="mb-8">
        <ButtonLink kind="secondary" href={paths.myDataFile}>
          Take it away as a file
        </ButtonLink>
      </p>
      {account && <AccountSection {...account} />}
      <h2 id="agreed" className="mt-10 mb-3 text-2xl">
        What you said, and what you agreed to
      </h2>
      {participants.length === 0 && <p>You have said nothing yet, so there is nothing here.</p>}
      {participants.map((one) => (
        <ParticipantSection key={one.strategy.id} {...one} />
      ))}
      <h2 className="mt-10 mb-3 text-2xl">What else there is</h2>
      <ul className="list-disc space-y-2 pl-6">
        <li>
          {complaints.length === 0 ? "You have not complained about anything." : "What you complained about: "}
          {complaints.length > 0 && (
            <a className="link" href={paths.complaints}>
              {complaints.map(({ openedAt }) => formatDay(openedAt)).join(", ")}
            </a>
          )}
        </li>
        <li>
          Drafts that you have not sent: {drafts.length}. They are on{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>
          , and go after thirty days.
        </li>
        <li>Messages of ours to you: {notices.length}.</li>
      </ul>
      <h2 className="mt-10 mb-3 text-2xl">If something is wrong</h2>
      <p>
        You can change where you work, and what kind of work it is, beside each comment above. Words that wait for a rep
        can be changed on{" "}
        <a className="link" href={paths.my}>
          My comments
        </a>{" "}
        for an hour. Words that are published cannot be changed, since others may have answered them: take the comment
        back, and write it again.
      </p>
      <p className="mt-6">
        <TextLink href={paths.privacy}>How long we keep what</TextLink>
      </p>
      <p>
        <TextLink href={paths.erase}>Erase me</TextLink>
      </p>
    </Page>
  );
}
