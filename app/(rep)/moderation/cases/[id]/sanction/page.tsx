import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Radios, Select, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { getSanctionOptions } from "@/lib/moderation/sanctions/sanction.queries";
import { sanctionDays } from "@/lib/moderation/sanctions/sanction.rules";
import { rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listCrumbs } from "@/lib/server/breadcrumbs";
import type { SanctionKind } from "@/prisma/generated/enums";
import { submitSanction } from "./actions";

export const metadata: Metadata = { title: "A sanction" };

const kindText: Record<SanctionKind, { label: string; hint: string }> = {
  warning: { label: "Warn them", hint: "They can write again once they confirm they have read it." },
  pre_moderation: {
    label: "Read what they write first",
    hint: "For a time, a rep reads their comments before they are published.",
  },
  suspension: { label: "Suspend them", hint: "For a time, they cannot write here. They can still read and react." },
};

export default async function SanctionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.sanction(id));
  const found = await getSanctionOptions(person, id);
  if (!found) notFound();
  const { whyCannotSanction, kinds, text } = found;
  return (
    <Page
      title="Sanction the author"
      crumbs={listCrumbs(paths.sanction(id), rolesOf(person))}
      lead="A sanction applies to this alias on this strategy. It is on the record and the author can appeal to another rep."
    >
      {text && (
        <blockquote className="mb-6 border-line border-l-4 pl-4">
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      {whyCannotSanction ? (
        <p className="font-semibold">{whyCannotSanction}</p>
      ) : (
        <ActionForm action={submitSanction.bind(null, { id })}>
          <Radios
            name="kind"
            legend="Choose a sanction"
            options={kinds.map((value) => ({ value, ...kindText[value] }))}
          />
          <Select
            name="days"
            label="For how long"
            hint="Not needed for a warning."
            options={sanctionDays.map((value) => ({ value: String(value), label: `${value} days` }))}
          />
          <Select
            name="reason"
            label="Reason"
            hint="They will see this."
            emptyLabel="Choose a reason"
            options={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
          />
          <TextArea
            name="message"
            label="Message to them"
            hint="You can leave this blank. Up to 1,000 characters."
            rows={4}
          />
          <Button kind="danger">Send it</Button>
        </ActionForm>
      )}
    </Page>
  );
}
