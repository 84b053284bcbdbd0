import type { Metadata } from "next";
import { ActionButton } from "@/components/forms/action-form";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { listOwnSessions } from "@/lib/auth/current-session";
import { requireSignedIn } from "@/lib/auth/require-person";
import { isStaff } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { signOutEverywhere, signOutSession } from "./actions";

export const metadata: Metadata = { title: "Where you are signed in" };

export default async function SessionsPage() {
  const person = await requireSignedIn(paths.sessions);
  const sessions = await listOwnSessions();
  return (
    <Page
      title="Where you are signed in"
      lead="Each browser that is in as you. We do not know where it is, or what it is: we keep no addresses."
    >
      <ul className="mb-8">
        {sessions.map(({ id, startedText, lastUsedText, isCurrent, isStepUpPending }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-4">
            <div>
              <p className="font-semibold">
                Signed in {startedText} {isCurrent && <Tag tone="good">this browser</Tag>}
              </p>
              <p className="text-muted">
                Used {lastUsedText}.{isStepUpPending && " It has not taken the second step."}
              </p>
            </div>
            {!isCurrent && (
              <ActionButton action={signOutSession.bind(null, { session: id })}>
                Sign out there<span className="sr-only">: browser {index + 1} of this list</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <p className="mb-4">
        {sessions.length === 1
          ? "You are signed in nowhere else."
          : "Is one of them not you? Sign out everywhere. If you come by e-mail, look after your mailbox too."}
      </p>
      <ActionButton action={signOutEverywhere} kind="danger">
        Sign out everywhere, here too
      </ActionButton>
      {isStaff(person) && (
        <p className="mt-8">
          <TextLink href={paths.setUpSecondStep(paths.sessions)}>
            Your second step: passkeys, app and recovery codes
          </TextLink>
        </p>
      )}
    </Page>
  );
}
