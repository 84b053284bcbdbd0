import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireRole } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { listOpenCorrections } from "@/lib/strategies/facts/fact-correction.queries";
import { topicLabels } from "@/lib/strategies/facts/fact-correction.rules";

export const metadata: Metadata = { title: "Corrections of facts" };

/** Corrections of facts that nobody has checked, the oldest first. */
export default async function AdminCorrectionsPage() {
  const person = await requireRole("admin", paths.adminCorrections);
  const corrections = await listOpenCorrections(person);
  return (
    <Page
      title="Corrections of facts"
      lead="What bodies and unions say is wrong or missing. Check each with its source."
    >
      {corrections.length === 0 && (
        <EmptyState next={{ href: paths.admin, label: "Back to running the service" }}>
          There are no corrections to check.
        </EmptyState>
      )}
      <ul>
        {corrections.map(({ id, area, topic, text, sentFor, sentAt }) => (
          <li key={id} className="border-line border-t py-4">
            <TextLink href={paths.adminCorrection(id)}>
              {area.title}: {topicLabels[topic]}
            </TextLink>
            <p className="text-muted">
              From {sentFor}, {formatDay(sentAt)}
            </p>
            <p className="line-clamp-3 break-words" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
