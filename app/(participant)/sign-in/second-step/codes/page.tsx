import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInAgain } from "@/app/(participant)/sign-in/second-step/sign-in-again";
import { ActionForm } from "@/components/forms/action-form";
import { ResultCodes, UntilResult, WhenResult } from "@/components/forms/form-result";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireStaff } from "@/lib/auth/require-person";
import { pathAfterSignIn } from "@/lib/auth/sign-in.rules";
import { paths } from "@/lib/routes";
import { makeCodes } from "./actions";

export const metadata: Metadata = { title: "Recovery codes" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function CodesPage({ searchParams }: Props) {
  const staff = await requireStaff();
  const to = pathAfterSignIn((await searchParams).to, staff.grants);
  if (staff.isStepUpPending) redirect(paths.secondStep(to));
  if (!staff.isProofFresh) return <SignInAgain title="Recovery codes" to={to} />;
  return (
    <Page
      title="Recovery codes"
      lead="You get 10 codes. Each works once, instead of your passkey or app. New codes replace your old ones."
    >
      <ActionForm action={makeCodes}>
        <UntilResult>
          <div className="flex flex-wrap gap-4">
            <Button>Create recovery codes</Button>
            <ButtonLink kind="secondary" href={to}>
              Not now
            </ButtonLink>
          </div>
        </UntilResult>
        <WhenResult name="codes">
          <p role="status" className="mb-4 font-semibold">
            Write them down or print this page now. We cannot show them again.
          </p>
          <ResultCodes name="codes" id="recovery-codes" />
          <ButtonLink href={to}>I have saved them: continue</ButtonLink>
        </WhenResult>
      </ActionForm>
    </Page>
  );
}
