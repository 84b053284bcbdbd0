import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, Radios, TextArea, TextField } from "@/components/forms/fields";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { isoDay } from "@/lib/dates";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { paths } from "@/lib/routes";
import type { mandateInput } from "@/lib/unions/responses/collective-response.schema";
import { type Mandate, mandateMethodLabels } from "@/lib/unions/responses/mandate.rules";
import { getResponseDraft } from "@/lib/unions/responses/response-draft.queries";
import { saveMandateAction } from "./actions";

export const metadata: Metadata = { title: "Who you speak for" };

export default async function MandatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.responseDraftMandate(id));
  const draft = await getResponseDraft(person, id);
  if (!draft) notFound();
  const { mandate } = draft;
  return (
    <Page
      title="Who you speak for"
      lead="Everyone can read this next to your response, so that nobody counts it as one person, or as every member."
    >
      <ActionForm action={saveMandateAction.bind(null, { id })} defaults={mandate ? mandateDefaults(mandate) : {}}>
        <SideBySideTexts />
        <HiddenField name="version" value={mandate?.version ?? 0} isRetained />
        <TextArea name="covers" label="Who does it cover?" hint="Which members, and where." rows={3} />
        <WritingHelp field="covers" text={mandate?.covers} />
        <TextField name="consulted" label="How many members were asked?" inputMode="numeric" />
        <TextField name="tookPart" label="How many took part?" inputMode="numeric" />
        <Radios
          name="method"
          legend="How were they asked?"
          options={Object.entries(mandateMethodLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="from" label="When did you start asking?" hint="For example, 2026-03-02" type="date" />
        <TextField name="to" label="When did you finish?" hint="For example, 2026-03-20" type="date" />
        <TextArea
          name="minority"
          label="What did the minority say?"
          hint="Describe fairly what people who disagreed said. If nobody disagreed, say so."
          rows={4}
        />
        <WritingHelp field="minority" text={mandate?.minority} isFirst={false} />
        <Button>Save</Button>
      </ActionForm>
    </Page>
  );
}

const mandateDefaults = ({
  from,
  to,
  consulted,
  tookPart,
  covers,
  method,
  minority,
}: Mandate): StoredValues<typeof mandateInput> => ({
  covers,
  method,
  minority,
  consulted: String(consulted),
  tookPart: String(tookPart),
  from: isoDay(from),
  to: isoDay(to),
});
