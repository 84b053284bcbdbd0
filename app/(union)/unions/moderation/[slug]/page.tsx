import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Radios } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { listStrategyModes } from "@/lib/moderation/modes/mode.queries";
import type { modeInput } from "@/lib/moderation/modes/mode.schema";
import { paths } from "@/lib/routes";
import { chooseModeAction } from "./actions";

export const metadata: Metadata = { title: "When reps read comments" };

export default async function ModePage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.moderationMode(slug));
  const [strategy] = await listStrategyModes(person, slug);
  if (!strategy) notFound();
  return (
    <Page title="When reps read comments" lead={strategy.areaName}>
      <ActionForm
        action={chooseModeAction.bind(null, { slug })}
        defaults={{ mode: strategy.mode } satisfies StoredValues<typeof modeInput>}
      >
        <Radios
          name="mode"
          legend="When do reps read comments?"
          options={[
            {
              value: "before",
              label: "Before they are published",
              hint: "Safest for the people who comment. We recommend this.",
            },
            {
              value: "after",
              label: "After they are published",
              hint: "The next edition publishes each comment, unless a check holds it. A rep reads it afterwards.",
            },
          ]}
        />
        <p className="measure mb-6">This changes what happens to comments sent from now on. We record who chose it.</p>
        <Button>Save</Button>
      </ActionForm>
    </Page>
  );
}
