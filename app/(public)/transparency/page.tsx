import type { Metadata } from "next";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { type BodyRecord, listRecords } from "@/lib/audit/transparency/queries";
import { formatNumber } from "@/lib/format";
import { reasons } from "@/lib/moderation/reasons/rules";

export const metadata: Metadata = { title: "How we moderate" };

const titles: Record<string, string> = Object.fromEntries(
  Object.entries(reasons).map(([code, { title }]) => [code, title]),
);
const numeric = (text: string) => ({ text, numeric: true as const });

export default async function TransparencyPage() {
  const records = await listRecords();
  return (
    <Page
      title="How we moderate"
      lead="A union rep reads each comment before it is published. Here is what reps decided, and why, in numbers."
      wide
    >
      {records.length === 0 ? <p>No rep has decided anything yet.</p> : <Decided records={records} />}
      {records.map((record) => (
        <Reasons key={record.bodyId} {...record} />
      ))}
      {records.length > 0 && <Heads records={records} />}
    </Page>
  );
}

function Decided({ records }: { records: BodyRecord[] }) {
  const count = ({ decisions }: BodyRecord, ...deeds: string[]) =>
    formatNumber(
      decisions.filter(({ deed }) => deeds.includes(deed)).reduce((sum, decision) => sum + decision.count, 0),
    );
  return (
    <Table
      caption="What reps decided, by who leads the strategy"
      head={[
        "Who leads",
        ...["Waiting", "Published", "Sent back", "Turned down", "Words masked", "Removed"].map(numeric),
      ]}
      rows={records.map((record) => [
        record.name,
        formatNumber(record.waiting),
        count(record, "publish", "uphold"),
        count(record, "return"),
        count(record, "reject"),
        count(record, "redact"),
        count(record, "remove"),
      ])}
    />
  );
}

function Reasons({ name, decisions }: BodyRecord) {
  const counts = new Map<string, number>();
  for (const { reason, count } of decisions) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + count);
  if (counts.size === 0) return null;
  return (
    <Table
      caption={`${name}: why a comment was not published as it was`}
      head={["Reason", numeric("Decisions")]}
      rows={[...counts].map(([code, count]) => [titles[code] ?? code, formatNumber(count)])}
    />
  );
}

function Heads({ records }: { records: BodyRecord[] }) {
  return (
    <section aria-labelledby="chain-title" className="mt-10">
      <h2 id="chain-title" className="mb-2 text-2xl">
        Check that nothing was changed
      </h2>
      <p className="measure mb-4">
        Each decision is tied to the one before it by a number that we work out from both. If anybody changed an old
        decision, every number after it would be wrong. Write down the last number today, and compare it later.
      </p>
      <Table
        caption="The last number of each chain of decisions"
        head={["Who leads", numeric("Decisions"), "Last number"]}
        rows={records
          .filter(({ chain }) => chain.length > 0)
          .map(({ name, chain }) => [
            name,
            formatNumber(chain.length),
            <code key="head" className="break-all text-sm">
              {chain.head}
            </code>,
          ])}
      />
    </section>
  );
}
