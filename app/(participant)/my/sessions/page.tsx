import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
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
              <form action={signOutSession}>
                <input type="hidden" name="session" value={id} />
                <Button kind="secondary">
                  Sign out there<span className="sr-only">: browser {index + 1} of this list</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="mb-4">
        {sessions.length === 1
          ? "You are signed in nowhere else."
          : "Is one of them not you? Sign out everywhere. If you come by e-mail, look after your mailbox too."}
      </p>
      <form action={signOutEverywhere}>
        <Button kind="danger">Sign out everywhere, here too</Button>
      </form>
      {isStaff(person) && (
        <p className="mt-8">
          <a className="link inline-flex min-h-11 items-center" href={paths.setUpSecondStep(paths.sessions)}>
            Your second step: passkeys, app and recovery codes
          </a>
        </p>
      )}
    </Page>
  );
}
