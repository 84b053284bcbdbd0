import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/dates";
import { type BodyRecord, listRecords } from "@/lib/moderation/decisions/transparency.queries";
import { paths } from "@/lib/routes";
import { few, wait } from "./figure-text";

export const metadata: Metadata = { title: "How we moderate" };

const numeric = (text: string) => ({ text, numeric: true as const });

export default async function TransparencyPage() {
  const records = await listRecords();
  return (
    <Page
      title="How we moderate"
      lead="A union rep reads each comment: before it is published, or soon after where a strategy says so. Here is what reps decided, in numbers, and how you can check that nobody changed it afterwards."
      wide
    >
      {records.length === 0 ? <p>No rep has decided anything yet.</p> : <Decided records={records} />}
      <p className="measure">
        Choose a name to see the reasons, and every decision. Where a number is under 5 we don’t say which, so that
        nobody can be picked out by it. Half of all comments waited no longer than the time shown, in the last 12 weeks.
      </p>
    </Page>
  );
}

function Decided({ records }: { records: BodyRecord[] }) {
  const count = ({ deeds }: BodyRecord, ...wanted: string[]) =>
    formatNumber(deeds.filter(({ deed }) => wanted.includes(deed)).reduce((sum, { count }) => sum + count, 0));
  const heads = ["Waiting", "Published", "Sent back", "Turned down", "Words masked", "Removed", "Usual wait"];
  return (
    <Table
      caption="What reps decided, by who leads the strategy"
      head={["Who leads", ...heads.map(numeric)]}
      rows={records.map((record) => [
        <a key="name" className="link" href={paths.record(record.bodyId)}>
          {record.name}
        </a>,
        few(record.waiting),
        count(record, "publish", "uphold"),
        count(record, "return"),
        count(record, "reject"),
        count(record, "redact"),
        count(record, "remove"),
        wait(record.medianWaitHours),
      ])}
    />
  );
}
