import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TextField } from "@/components/forms/fields";
import { PhaseTag } from "@/components/strategies/phase-tag";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { requireAccount } from "@/lib/auth/require-person";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { listOwnLeadBodies } from "@/lib/strategies/creation.queries";
import { listManagedStrategies, type ManagedStrategy } from "@/lib/strategies/managed-strategy.queries";

export const metadata: Metadata = { title: "Publish a strategy" };

type Props = { searchParams: Promise<Record<string, string | string[]>> };

/** More than these are searched. */
const fewStrategies = 8;

export default async function PublishingPage({ searchParams }: Props) {
  const person = await requireAccount(paths.officerStrategies);
  const { q = "" } = singleParams(await searchParams);
  const [strategies, leads] = await Promise.all([listManagedStrategies(person, q), listOwnLeadBodies(person)]);
  if (leads.length === 0) notFound();
  return (
    <Page
      title="Publish a strategy"
      lead="Add its text, get a second person to check it, and open it to the people who work there."
    >
      <p className="mb-6 flex flex-wrap items-center gap-6">
        <ButtonLink href={paths.newStrategy}>Start a new strategy</ButtonLink>
        <TextLink href={paths.officer}>Your desk</TextLink>
      </p>
      {(q !== "" || strategies.length > fewStrategies) && (
        <form method="get" action={paths.officerStrategies} className="measure mb-6">
          <TextField name="q" type="search" label="Search by area or lead body" defaultValue={q} />
          <Button>Search</Button>
        </form>
      )}
      {strategies.length === 0 && q !== "" && (
        <EmptyState next={{ href: paths.officerStrategies, label: "Show all strategies" }}>
          No area or lead body of yours has that in its name.
        </EmptyState>
      )}
      {strategies.length === 0 && q === "" && (
        <EmptyState next={{ href: paths.newStrategy, label: "Start your first one" }}>
          You have no strategies yet.
        </EmptyState>
      )}
      <ul>
        {strategies.map((strategy) => (
          <StrategyRow key={strategy.id} {...strategy} />
        ))}
      </ul>
    </Page>
  );
}

function StrategyRow({ id, areaName, kindName, leadTitle, phase, closesAt, hasDraft }: ManagedStrategy) {
  return (
    <li className="border-line border-t py-3">
      <TextLink className="text-lg font-semibold" href={paths.publishStrategy(id)}>
        {areaName} {kindName}
      </TextLink>
      <p className="flex flex-wrap items-center gap-3 text-muted">
        <PhaseTag phase={phase} closesAt={closesAt} />
        {hasDraft && <Tag tone="info">New version in progress</Tag>}
        <span>{leadTitle}</span>
      </p>
    </li>
  );
}
