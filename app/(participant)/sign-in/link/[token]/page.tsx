import type { Metadata } from "next";
import { ActionButton } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { getBrowserToken } from "@/lib/auth/current-session";
import { getSignInLinkState } from "@/lib/auth/sign-in.queries";
import { paths } from "@/lib/routes";
import { signInByLink } from "./actions";

export const metadata: Metadata = { title: "Sign in", robots: "noindex" };

/** Opening the page does not use the link, since mail programs fetch links automatically. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const linkState = await getSignInLinkState(token, await getBrowserToken());
  if (linkState === "here") {
    return (
      <Page title="Sign in" lead="Confirm that you want to sign in.">
        <ActionButton action={signInByLink.bind(null, { token })} kind="primary">
          Sign in
        </ActionButton>
      </Page>
    );
  }
  if (linkState === "elsewhere") {
    return (
      <Page title="Use your other browser" lead="This link only works in the browser that asked for it.">
        <p className="mb-4">
          Our email also has a code. Go back to the page where you typed your address and enter the code there.
        </p>
        <p className="mb-6">
          If you did not ask to sign in, somebody else typed your address. Do nothing, and do not give the code to
          anybody.
        </p>
        <ButtonLink kind="secondary" href={paths.signIn}>
          Sign in here instead
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page title="This link no longer works" lead="A link works once, for 10 minutes.">
      <ButtonLink href={paths.signIn}>Ask for a new one</ButtonLink>
    </Page>
  );
}
