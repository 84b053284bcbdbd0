import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
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
    <Page title="Your data" lead="All the data we hold about you. Only you can see this page.">
      <p className="mb-8">
        <ButtonLink kind="secondary" href={paths.myDataFile}>
          Download your data
        </ButtonLink>
      </p>
      {account && <AccountSection {...account} />}
      <h2 id="agreed" className="mt-10 mb-3 text-2xl">
        Your comments and your consent
      </h2>
      {participants.length === 0 && (
        <EmptyState next={{ href: paths.find, label: "Find your strategy" }}>
          You have not written anything yet.
        </EmptyState>
      )}
      {participants.map((one) => (
        <ParticipantSection key={one.strategy.id} {...one} />
      ))}
      <h2 className="mt-10 mb-3 text-2xl">Other data</h2>
      <ul className="list-disc space-y-2 pl-6">
        <li>
          {complaints.length === 0 ? "You have not made any complaints." : "Your complaints: "}
          {complaints.length > 0 && (
            <a className="link" href={paths.complaints}>
              {complaints.map(({ openedAt }) => formatDay(openedAt)).join(", ")}
            </a>
          )}
        </li>
        <li>
          Drafts you have not sent: {drafts.length}. They are on{" "}
          <a className="link" href={paths.my}>
            My comments
          </a>
          . We delete them after 30 days.
        </li>
        <li>Messages from us to you: {notices.length}.</li>
      </ul>
      <h2 className="mt-10 mb-3 text-2xl">If something is wrong</h2>
      <p>
        You can change where you work and what kind of work you do next to each comment above. A comment waiting for a
        rep can be changed on{" "}
        <a className="link" href={paths.my}>
          My comments
        </a>{" "}
        for an hour. You cannot change a published comment, because other people may have replied to it. Withdraw it and
        write a new one instead.
      </p>
      <p className="mt-6">
        <TextLink href={paths.privacy}>How long we keep data</TextLink>
      </p>
      <p>
        <TextLink href={paths.erase}>Erase my data</TextLink>
      </p>
    </Page>
  );
}
