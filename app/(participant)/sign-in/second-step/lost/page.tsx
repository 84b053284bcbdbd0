import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireStaff } from "@/lib/auth/require-person";
import { localPath } from "@/lib/auth/return-path.rules";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "You lost your second step" };

type Props = { searchParams: Promise<{ to?: string | string[] }> };

/** For staff who have lost their second factors and recovery codes. */
export default async function LostPage({ searchParams }: Props) {
  const staff = await requireStaff();
  const to = localPath((await searchParams).to);
  return (
    <Page
      title="You lost your second step"
      lead="Two admins can reset it for you. You need to speak to one of them, because an email could come from anyone who can read your email."
    >
      <ol className="measure list-decimal space-y-3 pl-6">
        <li>
          Call an admin you know, or meet them. Tell them that you are <strong>{staff.label}</strong>so they can find
          you on their page.
        </li>
        <li>They ask a second admin, who also checks that it is you. This must be done within a day.</li>
        <li>
          Your old passkeys, apps and codes then stop working, and we sign you out everywhere. Sign in by email again,
          and set up a new second step.
        </li>
      </ol>
      <p className="mt-6 mb-8">We will never ask you for a code. Do not give one to anybody.</p>
      <ButtonLink kind="secondary" href={paths.secondStep(to ?? "")}>
        Back to the second step
      </ButtonLink>
    </Page>
  );
}
