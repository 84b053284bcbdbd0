import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { mandateMethodLabels } from "@/lib/unions/responses/mandate.rules";
import { getResponseDraft } from "@/lib/unions/responses/response-draft.queries";
import { saveMandateAction } from "./actions";
import { MandateForm } from "./mandate-form";

export const metadata: Metadata = { title: "For whom you speak" };

const dayInputValue = (day: Date) => day.toISOString().slice(0, 10);

export default async function MandatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.responseDraftMandate(id)}`);
  const draft = await getResponseDraft(person, id);
  if (!draft) notFound();
  const { mandate } = draft;
  return (
    <Page
      title="For whom you speak"
      lead="Everybody can read this beside your answer, so that nobody takes it for one voice, or for every member’s."
    >
      <MandateForm
        action={saveMandateAction.bind(null, id)}
        version={mandate?.version ?? 0}
        methods={Object.entries(mandateMethodLabels).map(([value, label]) => ({ value, label }))}
        defaults={
          mandate
            ? {
                covers: mandate.covers,
                asked: String(mandate.asked),
                tookPart: String(mandate.tookPart),
                method: mandate.method,
                from: dayInputValue(mandate.from),
                to: dayInputValue(mandate.to),
                minority: mandate.minority,
              }
            : {}
        }
      />
    </Page>
  );
}
