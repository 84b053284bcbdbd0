import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Radios, Select, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { faultCodes, reasons } from "@/lib/moderation/decisions/reason.rules";
import { getSanctionOptions } from "@/lib/moderation/sanctions/sanction.queries";
import { sanctionDays } from "@/lib/moderation/sanctions/sanction.rules";
import { paths } from "@/lib/routes";
import type { SanctionKind } from "@/prisma/generated/enums";
import { submitSanction } from "./actions";

export const metadata: Metadata = { title: "A sanction" };

const kindText: Record<SanctionKind, { label: string; hint: string }> = {
  warning: { label: "Warn them", hint: "They read it, and can write again once they have said so." },
  pre_moderation: { label: "Read what they write first", hint: "For a while their comments wait for a rep." },
  suspension: { label: "Suspend them", hint: "For a while they write nothing here. They can still read and agree." },
};

export default async function SanctionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.sanction(id));
  const found = await getSanctionOptions(person, id);
  if (!found) notFound();
  const { whyCannotSanction, kinds, text } = found;
  return (
    <Page
      title="A sanction for its author"
      lead="It counts for this alias on this strategy, stands on the record, and can be appealed against. Another rep decides then."
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
          <Radios name="kind" legend="What is fair?" options={kinds.map((value) => ({ value, ...kindText[value] }))} />
          <Select
            name="days"
            label="For how long"
            hint="A warning has no time."
            options={sanctionDays.map((value) => ({ value: String(value), label: `${value} days` }))}
          />
          <Select
            name="reason"
            label="Reason"
            hint="They are told this."
            emptyLabel="Choose a reason"
            options={faultCodes.map((code) => ({ value: code, label: reasons[code].title }))}
          />
          <TextArea
            name="message"
            label="Words to them"
            hint="You can leave this blank. Up to 1,000 characters."
            rows={4}
          />
          <Button kind="danger">Send it</Button>
        </ActionForm>
      )}
      <p className="mt-6">
        <TextLink href={paths.case(id)}>Back to the case</TextLink>
      </p>
    </Page>
  );
}
