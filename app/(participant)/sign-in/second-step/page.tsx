import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/require-person";
import { hasFactor } from "@/lib/auth/second-factors/second-factor.policy";
import { countFactors } from "@/lib/auth/second-factors/second-factor.queries";
import { pathAfterSignIn } from "@/lib/auth/sign-in.rules";
import { paths } from "@/lib/routes";
import { enterAppCode, enterPasskey, enterRecoveryCode, getPasskeyOptions } from "./actions";
import { FactorCodeForm } from "./factor-code-form";
import { PasskeyButton } from "./passkey-button";

export const metadata: Metadata = { title: "Second step" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

/** Staff prove a second factor after signing in. */
export default async function SecondStepPage({ searchParams }: Props) {
  const staff = await requireStaff();
  const to = pathAfterSignIn((await searchParams).to, staff.grants);
  if (!staff.isStepUpPending) redirect(to);
  const factors = await countFactors(staff.accountId);
  if (!hasFactor(factors)) redirect(paths.setUpSecondStep(to));
  return (
    <Page
      title="Second step"
      lead="You have a role here, so we need to check that it is you with something only you have."
    >
      {factors.passkeys > 0 && (
        <section aria-labelledby="passkey" className="mb-10">
          <h2 id="passkey" className="mb-2 text-2xl">
            With your passkey
          </h2>
          <PasskeyButton kind="authenticate" getOptions={getPasskeyOptions} send={enterPasskey.bind(null, to)}>
            Use my passkey
          </PasskeyButton>
        </section>
      )}
      {factors.authenticators > 0 && (
        <section aria-labelledby="app" className="mb-10">
          <h2 id="app" className="mb-2 text-2xl">
            With your authenticator app
          </h2>
          <FactorCodeForm
            action={enterAppCode.bind(null, { to })}
            name="code"
            label="Code in the app now"
            hint="It has 6 numbers. Each code works once."
          >
            Go on
          </FactorCodeForm>
        </section>
      )}
      {factors.codes > 0 && (
        <section aria-labelledby="recovery" className="mb-10">
          <h2 id="recovery" className="mb-2 text-2xl">
            With a recovery code
          </h2>
          <FactorCodeForm
            action={enterRecoveryCode.bind(null, { to })}
            name="recovery"
            label="One of your recovery codes"
            hint="It has 26 letters and numbers. Each code works once."
          >
            Go on
          </FactorCodeForm>
        </section>
      )}
      <p>
        <TextLink href={paths.lostSecondStep(to)}>I have lost all of these</TextLink>
      </p>
    </Page>
  );
}
