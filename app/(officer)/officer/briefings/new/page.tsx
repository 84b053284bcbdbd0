import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BriefingForm } from "@/components/summaries/briefing-form";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { getLep } from "@/lib/strategies/lep.queries";
import { findBriefingBody } from "@/lib/summaries/briefings/briefing.queries";
import { briefingScope, briefingValues } from "@/lib/summaries/briefings/briefing.schema";
import { firstParts } from "@/lib/summaries/overview/paper-parts.rules";
import { createBriefingAction } from "./actions";

export const metadata: Metadata = { title: "New briefing" };

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function NewBriefingPage({ searchParams }: Props) {
  const scope = briefingScope.safeParse(await searchParams);
  if (!scope.success) notFound();
  const { body, lep: lepId } = scope.data;
  const person = await requireAccount(paths.newBriefing(body, lepId));
  const [lep, bodyTitle] = await Promise.all([getLep(lepId), findBriefingBody(person, body)]);
  if (!lep || !bodyTitle) notFound();
  const title = `${lep.name}: what working people say`;
  const parts = firstParts.filter((part) => part !== "limits");
  return (
    <Page title="New briefing" lead={lep.name}>
      <BriefingForm
        action={createBriefingAction.bind(null, scope.data)}
        defaults={briefingValues({ title, parts, isShared: false, remarks: {} })}
        canShare
        bodyTitle={bodyTitle}
      />
    </Page>
  );
}
