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
      lead="Each browser where you are signed in. We do not know where it is or what device it is, because we do not store that."
    >
      <ul className="mb-8">
        {sessions.map(({ id, startedText, lastUsedText, isCurrent, isStepUpPending }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-4">
            <div>
              <p className="font-semibold">
                Signed in {startedText} {isCurrent && <Tag tone="good">this browser</Tag>}
              </p>
              <p className="text-muted">
                Used {lastUsedText}.{isStepUpPending && " It has not done the second step."}
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
          ? "You are not signed in anywhere else."
          : "If one of them is not you, sign out everywhere. If you sign in by email, check that nobody else can read your email."}
      </p>
      <ActionButton action={signOutEverywhere} kind="danger">
        Sign out everywhere, including here
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
