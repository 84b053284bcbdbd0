import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { FactorCodeForm } from "@/app/(participant)/sign-in/second-step/factor-code-form";
import { PasskeyButton } from "@/app/(participant)/sign-in/second-step/passkey-button";
import { SignInAgain } from "@/app/(participant)/sign-in/second-step/sign-in-again";
import { ActionButton } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { QrCode } from "@/components/ui/qr-code";
import { requireStaff } from "@/lib/auth/require-person";
import { getAuthenticatorSetup } from "@/lib/auth/second-factors/authenticator.queries";
import { canAddFactor, canRemoveFactor, hasFactor } from "@/lib/auth/second-factors/second-factor.policy";
import { countFactors, listPasskeys } from "@/lib/auth/second-factors/second-factor.queries";
import { pathAfterSignIn } from "@/lib/auth/sign-in.rules";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { groupCharacters } from "@/lib/security/base32";
import { addAuthenticatorApp, addPasskeyAction, getNewPasskeyOptions, removeFactorAction } from "./actions";

export const metadata: Metadata = { title: "Your second step" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

/** Staff without a second factor set one up here; others add and remove factors, down to one. */
export default async function SetUpPage({ searchParams }: Props) {
  const staff = await requireStaff();
  const to = pathAfterSignIn((await searchParams).to, staff.grants);
  const factors = await countFactors(staff.accountId);
  if (staff.isStepUpPending && hasFactor(factors)) redirect(paths.secondStep(to));
  if (!canAddFactor(staff, factors)) return <SignInAgain title="Your second step" to={to} />;
  const canRemove = canRemoveFactor(staff, factors);
  const { uri, manualKey } = getAuthenticatorSetup(staff);
  return (
    <Page
      title={staff.isStepUpPending ? "Set up your second step" : "Your second step"}
      lead={
        staff.isStepUpPending
          ? "You have a role here, so we need to check that it is you with something only you have. Choose one way."
          : "What you use with your email address when you sign in. Set up 2 ways in case you lose one."
      }
    >
      <section aria-labelledby="passkey" className="mb-12">
        <h2 id="passkey" className="mb-2 text-2xl">
          A passkey
        </h2>
        <p className="mb-4">
          The safest way. Your phone, computer or security key signs you in with your finger, your face or a number.
          Nobody can trick you into giving it away.
        </p>
        {factors.passkeys > 0 && (
          <ul className="mb-4">
            {(await listPasskeys(staff.accountId)).map(({ id, addedAt, usedAt }) => (
              <FactorItem key={id} to={to} factor={id} canRemove={canRemove}>
                A passkey that you added on {formatDay(addedAt)}
                {usedAt ? `, and last used on ${formatDay(usedAt)}.` : "."}
              </FactorItem>
            ))}
          </ul>
        )}
        <PasskeyButton kind="register" getOptions={getNewPasskeyOptions} send={addPasskeyAction.bind(null, to)}>
          {factors.passkeys > 0 ? "Add another passkey" : "Create a passkey"}
        </PasskeyButton>
      </section>
      <section aria-labelledby="app" className="mb-12">
        <h2 id="app" className="mb-2 text-2xl">
          An authenticator app
        </h2>
        {factors.authenticators > 0 && (
          <ul className="mb-4">
            <FactorItem to={to} factor="authenticator" canRemove={canRemove}>
              You have an app set up. A new one will replace it.
            </FactorItem>
          </ul>
        )}
        <ol className="mb-4 list-decimal space-y-4 pl-6">
          <li>
            <p className="mb-3">
              Open an authenticator app on your phone and scan this, or type it in:{" "}
              <code id="secret" className="font-semibold break-words">
                {groupCharacters(manualKey)}
              </code>
            </p>
            <QrCode text={uri} label="A QR code for your authenticator app" />
          </li>
          <li>Enter the code in the app.</li>
        </ol>
        <FactorCodeForm
          action={addAuthenticatorApp.bind(null, { to })}
          name="code"
          label="Code in the app now"
          hint="It has 6 numbers. It changes twice a minute."
        >
          Use this app
        </FactorCodeForm>
      </section>
      {!staff.isStepUpPending && (
        <section aria-labelledby="codes" className="mb-12">
          <h2 id="codes" className="mb-2 text-2xl">
            Recovery codes
          </h2>
          <p className="mb-4">Use these if you lose the others. You have {factors.codes} left.</p>
          <ButtonLink kind="secondary" href={paths.recoveryCodes(to)}>
            Create new recovery codes
          </ButtonLink>
        </section>
      )}
    </Page>
  );
}

type FactorItemProps = { to: string; factor: string; canRemove: boolean; children: ReactNode };

function FactorItem({ to, factor, canRemove, children }: FactorItemProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3">
      <span>{children}</span>
      {canRemove && (
        <ActionButton action={removeFactorAction.bind(null, { to, factor })} kind="danger">
          Remove
        </ActionButton>
      )}
    </li>
  );
}
