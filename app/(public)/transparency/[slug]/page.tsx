import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { listHeads } from "@/lib/audit/record.queries";
import { formatDay } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import {
  type BodyModeration,
  type DecisionLogEntry,
  listDecisionLog,
  listModerationFigures,
} from "@/lib/moderation/decisions/transparency.queries";
import { suppressedCountText } from "@/lib/moderation/decisions/transparency.rules";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { recordPublicKeys } from "@/lib/security/record-key";
import { RecordCheck } from "./record-check";

export const metadata: Metadata = { title: "Record of decisions" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ before?: string | string[] }> };

export default async function RecordPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { before } = singleParams(await searchParams);
  if (before !== undefined && !/^[1-9]\d{0,8}$/.test(before)) notFound();
  const [record] = await listModerationFigures(slug);
  if (!record) notFound();
  const [log, heads] = await Promise.all([listDecisionLog(slug, before ? Number(before) : null), listHeads(slug, 20)]);
  return (
    <Page title={`${record.name}: record of decisions`} wide>
      <Figures {...record} />
      <section aria-labelledby="check-title" className="mt-10">
        <h2 id="check-title" className="mb-2 text-2xl">
          Check that nothing has been changed
        </h2>
        <p className="measure mb-4">
          Each decision has a check number, worked out from the decision and the number before it. If anybody changed or
          deleted an old decision, every later number would be wrong. Write down the last number today, and check it
          later.
        </p>
        <RecordCheck slug={slug} />
        <p className="measure mt-4">
          Somebody could change a decision and work out every later number again. To prove that, save the numbers now:{" "}
          <a href={paths.recordHeads(slug)}>a text file</a> or <a href={paths.recordHeadsFeed(slug)}>a feed</a>.
          {recordPublicKeys().length > 0 && " We sign each one."} Later,{" "}
          <TextLink href={paths.compareHeads(slug)}>compare the numbers you saved</TextLink> with the record.
        </p>
      </section>
      <Log slug={slug} {...log} />
      {heads.length > 0 && (
        <Table
          caption="Last check number each day"
          head={["Day", { text: "Decisions", numeric: true }, "Last check number"]}
          rows={heads.map(({ day, length, hash }) => [
            formatDay(new Date(day)),
            formatNumber(length),
            <CheckNumber key="hash" hash={hash} />,
          ])}
        />
      )}
      <p>
        Now: <CheckNumber hash={record.chain.head} />
      </p>
    </Page>
  );
}

const CheckNumber = ({ hash }: { hash: string }) => <code className="break-all text-sm">{hash}</code>;

function Figures({ reasons: counts, appeals, reports, secondLooks, originalsOpened }: BodyModeration) {
  const titles: Record<string, { title: string }> = reasons;
  return (
    <>
      <Table
        caption="Why comments were not published unchanged, up to last Sunday"
        head={["Reason", { text: "Decisions", numeric: true }]}
        rows={counts.map(({ reason, count }) => [titles[reason]?.title ?? reason, suppressedCountText(count)])}
      />
      <p className="measure">
        Appeals decided: {suppressedCountText(appeals.decided)}.
        {appeals.upheldPercent !== null && ` Another rep agreed with the author in ${appeals.upheldPercent}% of them.`}
      </p>
      <p className="measure">
        Reported comments decided: {suppressedCountText(reports.decided)}.
        {reports.changedPercent !== null &&
          ` A rep masked text or removed the comment in ${reports.changedPercent}% of them.`}
      </p>
      <p className="measure mt-2">
        Second looks: {suppressedCountText(secondLooks.decided)}. We pick some decisions at random, and a rep of another
        union checks them.
        {secondLooks.agreedPercent !== null && ` The 2 reps agreed in ${secondLooks.agreedPercent}% of them.`}
      </p>
      <p className="measure mt-2">
        Masked text that 2 people unlocked: {suppressedCountText(originalsOpened)}. We told the author each time.
      </p>
    </>
  );
}

function Log({ slug, items, next }: { slug: string; items: DecisionLogEntry[]; next: number | null }) {
  return (
    <>
      <p className="measure mb-4">
        The record changes with each edition, as everything public does. Decisions of one edition are in no order, so
        that nobody can tell when a rep took one.
      </p>
      <Table
        caption="Decisions, newest edition first"
        head={["Number", "Decision", "Edition of"]}
        rows={items.map(({ number, action, day }) => [
          formatNumber(number),
          actionText[action].record,
          formatDay(new Date(day)),
        ])}
      />
      {next && (
        <ButtonLink kind="secondary" href={`${paths.record(slug)}?before=${next}`}>
          Load more decisions
        </ButtonLink>
      )}
    </>
  );
}
