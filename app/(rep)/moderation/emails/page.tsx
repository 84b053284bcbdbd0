import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { singleParams } from "@/lib/forms/query-params";
import { listStoppedKinds } from "@/lib/moderation/mails/rep-mail.queries";
import { repMailLabels } from "@/lib/moderation/mails/rep-mail.rules";
import { paths } from "@/lib/routes";
import { RepMailKind } from "@/prisma/generated/enums";
import { submitRepMails } from "./actions";

export const metadata: Metadata = { title: "Emails for reps" };

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export default async function RepMailsPage({ searchParams }: Props) {
  const person = await requireRole("rep", paths.repMails);
  const { saved } = singleParams(await searchParams);
  const stopped = await listStoppedKinds(person.accountId);
  const kinds = Object.entries(repMailLabels).map(([value, label]) => ({ value, label }));
  return (
    <Page
      title="Emails for reps"
      lead="We email you in the morning when there is something for you, once a day at most."
    >
      <p className="mb-4">
        <TextLink href={paths.moderation}>Back to the queue</TextLink>
      </p>
      {saved === "yes" && (
        <div role="status">
          <Callout tone="good">
            <p>Saved.</p>
          </Callout>
        </div>
      )}
      <ActionForm action={submitRepMails}>
        <Checkboxes
          name="kinds"
          legend="Email me about"
          hint="An email has numbers only. It does not say what a case is about."
          options={kinds}
          defaultValue={Object.values(RepMailKind).filter((kind) => !stopped.includes(kind))}
        />
        <Button>Save</Button>
      </ActionForm>
    </Page>
  );
}
