import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveAboutAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, TextArea, TextField } from "@/components/forms/fields";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Page } from "@/components/ui/page";
import { SaveButtons } from "@/components/ui/save-buttons";
import { requireAccount } from "@/lib/auth/require-person";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import type { aboutInput } from "@/lib/strategies/drafts/draft.schema";

export const metadata: Metadata = { title: "About the strategy" };

export default async function AboutPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.draftAbout(slug));
  const draft = await getDraft(person, slug);
  if (!draft) notFound();
  const { about, strategy, version } = draft;
  return (
    <Page title="About the strategy" lead={`${strategy.areaName} ${strategy.kindName}`}>
      <ActionForm
        action={saveAboutAction.bind(null, { slug })}
        defaults={{ ...about, note: about.note ?? "" } satisfies StoredValues<typeof aboutInput>}
      >
        <SideBySideTexts />
        <HiddenField name="version" value={version} isRetained />
        <TextField name="title" label="Name of this version" hint="For example, “Draft for consultation”." />
        {strategy.newestVersion > 0 && (
          <TextArea
            name="note"
            label="What changed since the last version"
            hint="In a few plain sentences, for people who read the last version. You can leave this blank."
            rows={3}
          />
        )}
        <TextArea name="summary" label="About the strategy" hint="Two or three plain sentences." rows={4} />
        <TextArea
          name="canChange"
          label="What could change"
          hint="Be honest about what is open, what has already been decided, and who decided it."
          rows={5}
        />
        <TextField
          name="contact"
          label="Who people can contact"
          hint="Give a team and its contact details, not one person."
        />
        <TextField
          name="closesOn"
          type="date"
          label="Closing date"
          hint="For example, 2027-03-31. People can comment until the end of that day."
        />
        <p className="measure mb-6">
          Reps read comments before we publish them, unless their unions choose otherwise. You cannot change this.
        </p>
        <SaveButtons returnUrl={paths.publishStrategy(slug)} />
      </ActionForm>
    </Page>
  );
}
