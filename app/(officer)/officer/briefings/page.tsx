import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { countLabel } from "@/lib/numbers";
import { officerBodyIds } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listBriefings } from "@/lib/summaries/briefings/briefing.queries";

export const metadata: Metadata = { title: "Briefings" };

export default async function BriefingsPage() {
  const person = await requireAccount(paths.briefings);
  if (officerBodyIds(person).length === 0) notFound();
  const briefings = await listBriefings(person);
  return (
    <Page
      title="Briefings"
      lead="Sections of a summary that you choose, with your own remarks, to print or share with other officers."
      wide
    >
      {briefings.length === 0 ? (
        <EmptyState next={{ href: paths.officer, label: "Choose a summary on your desk" }}>
          There are no briefings yet.
        </EmptyState>
      ) : (
        <Table
          caption={countLabel(briefings.length, "briefing")}
          head={["Briefing", "About", "Who sees it", "Last changed"]}
          rows={briefings.map(({ id, title, lepName, isShared, editedBy, editedOn }) => [
            <TextLink key="open" href={paths.briefing(id)}>
              {title}
            </TextLink>,
            lepName,
            isShared ? "All officers of your body" : "Only you",
            `${formatDay(editedOn)}, by ${editedBy}`,
          ])}
        />
      )}
    </Page>
  );
}
