import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { requireStaff } from "@/lib/auth/require-person";
import { homePathFor } from "@/lib/auth/sign-in.rules";
import { localPath, paths } from "@/lib/routes";
import { makeCodes } from "./actions";
import { RecoveryCodesForm } from "./recovery-codes-form";

export const metadata: Metadata = { title: "Recovery codes" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export default async function CodesPage({ searchParams }: Props) {
  const staff = await requireStaff();
  const returnTo = localPath((await searchParams).to);
  const to = returnTo ?? homePathFor(staff.grants.map(({ role }) => role));
  if (staff.isStepUpPending) redirect(paths.secondStep(to));
  return (
    <Page
      title="Codes for the day when you lose it"
      lead="Ten codes. Each takes the second step once, in place of your passkey or app. New ones make those before worthless."
    >
      <RecoveryCodesForm action={makeCodes} to={to} />
    </Page>
  );
}
