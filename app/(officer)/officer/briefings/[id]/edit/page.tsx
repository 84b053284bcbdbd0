import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { deleteBriefingAction, saveBriefingAction } from "@/app/(officer)/officer/briefings/[id]/actions";
import { ActionForm } from "@/components/forms/action-form";
import { BriefingForm } from "@/components/summaries/briefing-form";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { getBriefing } from "@/lib/summaries/briefings/briefing.queries";
import { briefingValues } from "@/lib/summaries/briefings/briefing.schema";

export const metadata: Metadata = { title: "Edit briefing" };

export default async function EditBriefingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.editBriefing(id));
  const briefing = await getBriefing(person, id);
  if (!briefing) notFound();
  return (
    <Page title="Edit briefing" lead={briefing.title}>
      <BriefingForm
        action={saveBriefingAction.bind(null, { id })}
        defaults={briefingValues(briefing)}
        version={briefing.version}
        canShare={briefing.canShare}
        bodyTitle={briefing.bodyTitle}
      />
      <details className="mt-10 border-line border-t pt-4">
        <summary className="link flex min-h-11 cursor-pointer items-center">Delete this briefing</summary>
        <p className="mt-2 mb-4">
          {briefing.isShared ? `It goes for all officers of ${briefing.bodyTitle}.` : "It goes for good."} The summary
          itself stays.
        </p>
        <ActionForm action={deleteBriefingAction.bind(null, { id })} name="delete">
          <Button kind="danger">Delete briefing</Button>
        </ActionForm>
      </details>
    </Page>
  );
}
