import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson, getStaffSession } from "@/lib/auth/current-session";
import { listProviders } from "@/lib/auth/providers/provider.queries";
import { localPath } from "@/lib/auth/return-path.rules";
import { hasInterruptedForms } from "@/lib/forms/current-interrupted-forms";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { EmailForm, ReceiptForm } from "./forms";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ to?: string | string[]; failed?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { to: returnTo, failed } = await searchParams;
  const to = localPath(returnTo) ?? "";
  const providers = listProviders();
  const failedAt = providers.find(({ id }) => id === failed);
  const isStepUpPending = (await getStaffSession())?.isStepUpPending;
  return (
    <Page title="Sign in" lead="You can read and comment without signing in.">
      {failedAt && (
        <Callout title={`Signing in with ${failedAt.name} did not work`} tone="warning">
          <p>You may have stopped it, or it took too long. Try again, or sign in another way.</p>
        </Callout>
      )}
      {(await hasInterruptedForms()) && (
        <Callout title="What you typed is not lost">
          <p>
            You were signed out before we could save it. Sign in as the same person and it will be back in the form. We
            keep it for 1 hour, and nobody else can see it.
          </p>
        </Callout>
      )}
      {isStepUpPending && (
        <Callout title="You are partly signed in">
          <p>
            <a className="link" href={paths.secondStep(to)}>
              Do the second step
            </a>
            , or sign in below as somebody else.
          </p>
        </Callout>
      )}
      {isSignedIn(await getPerson()) && (
        <Callout title="You are already signed in">
          <p>
            <a className="link" href={to || paths.my}>
              Go on
            </a>
            , or sign in below as somebody else.
          </p>
        </Callout>
      )}
      <section aria-labelledby="by-receipt" className="mb-12">
        <h2 id="by-receipt" className="mb-2 text-2xl">
          With your receipt
        </h2>
        <p className="mb-4">You got one when you sent your first comment without an email address.</p>
        <ReceiptForm to={to} />
      </section>
      <section aria-labelledby="by-email">
        <h2 id="by-email" className="mb-2 text-2xl">
          By email
        </h2>
        <p className="mb-4">
          We email you a code. There is no password. We store your address locked, and never show it to anybody. If you
          are new here, this creates an account.
        </p>
        <EmailForm to={to} />
      </section>
      {providers.length > 0 && (
        <section aria-labelledby="by-provider" className="mt-12">
          <h2 id="by-provider" className="mb-2 text-2xl">
            With your union’s or LEP’s sign-in
          </h2>
          <p className="mb-4">
            They will know that you came here, and when. They will not know what you read or write. If you do not want
            them to know, use a receipt or email instead.
          </p>
          <ul className="space-y-3">
            {providers.map(({ id, name }) => (
              <li key={id}>
                <ButtonLink kind="secondary" href={paths.signInWith(id, to)}>
                  {name}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
