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
      <Page title="Sign in" lead="One press, and you are in.">
        <ActionButton action={signInByLink.bind(null, { token })} kind="primary">
          Sign in
        </ActionButton>
      </Page>
    );
  }
  if (linkState === "elsewhere") {
    return (
      <Page title="Go back to where you asked" lead="This link works only in the browser that asked for it.">
        <p className="mb-4">
          Our mail has a code too. Go back to the page where you typed your address: it asks for that code. Type it
          there.
        </p>
        <p className="mb-6">
          You did not ask? Then somebody else typed your address. Do nothing, and give the code to nobody.
        </p>
        <ButtonLink kind="secondary" href={paths.signIn}>
          Sign in here instead
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page title="This link no longer works" lead="A link works once, for ten minutes.">
      <ButtonLink href={paths.signIn}>Ask for a new one</ButtonLink>
    </Page>
  );
}
