import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { type BodyModeration, listModerationFigures } from "@/lib/moderation/decisions/transparency.queries";
import { suppressedCountText, waitText } from "@/lib/moderation/decisions/transparency.rules";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "How we moderate" };

const numeric = (text: string) => ({ text, numeric: true as const });

export default async function TransparencyPage() {
  const records = await listModerationFigures();
  return (
    <Page
      title="How we moderate"
      lead="A union rep reads each comment. They read it before we publish it, or soon after where a strategy says so. See what reps decided, and how to check that nobody changed it afterwards."
      wide
    >
      {records.length === 0 ? (
        <EmptyState next={{ href: paths.strategies, label: "See strategies that are open" }}>
          There are no decisions yet.
        </EmptyState>
      ) : (
        <FiguresTable records={records} />
      )}
      <p className="measure">
        Choose a name to see the reasons and every decision. Decisions are exact numbers, because each one is in a
        public record. The number of comments waiting is to the nearest 5. We show “under 5” for fewer, so that nobody
        stands out. The numbers change with each edition, so nobody can tell when a rep decided. In the last 12 weeks,
        half of all comments waited no longer than the time shown.
      </p>
    </Page>
  );
}

function FiguresTable({ records }: { records: BodyModeration[] }) {
  const count = ({ actions }: BodyModeration, ...wanted: string[]) =>
    formatNumber(actions.filter(({ action }) => wanted.includes(action)).reduce((sum, { count }) => sum + count, 0));
  const heads = ["Waiting", "Published", "Sent back", "Not published", "Text masked", "Removed", "Usual wait"];
  return (
    <Table
      caption="What reps decided, by lead body"
      head={["Lead body", ...heads.map(numeric)]}
      rows={records.map((record) => [
        <a key="name" className="link" href={paths.record(record.bodyId)}>
          {record.name}
        </a>,
        suppressedCountText(record.waiting),
        count(record, "publish", "uphold"),
        count(record, "return"),
        count(record, "reject"),
        count(record, "redact"),
        count(record, "remove"),
        waitText(record.medianWaitHours),
      ])}
    />
  );
}
