import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { listStrategyModes } from "@/lib/moderation/modes/mode.queries";
import { isAdmin, rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "When reps read comments" };

const modeTexts = { before: "Before they are published", after: "After they are published" };

/** The strategies of which a union officer or an admin chooses when reps read the comments. */
export default async function ModesPage() {
  const person = await requireAccount(paths.moderationModes);
  if (!isAdmin(person) && !rolesOf(person).includes("union_officer")) notFound();
  const strategies = await listStrategyModes(person);
  return (
    <Page
      title="When reps read comments"
      lead="Unions choose this, not the body that leads the strategy. Reps read every comment either way."
    >
      {strategies.length === 0 && (
        <EmptyState next={{ href: paths.unions, label: "See what unions can do" }}>
          Your union has no reps for any strategy. When it has, you can choose when they read comments.
        </EmptyState>
      )}
      <ul>
        {strategies.map(({ id, areaName, mode }) => (
          <li key={id} className="border-line border-t py-3">
            <TextLink className="text-lg font-semibold" href={paths.moderationMode(id)}>
              {areaName}
            </TextLink>
            <p className="text-muted">{modeTexts[mode]}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
